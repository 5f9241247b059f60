package uz.yagona.workers.portal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import uz.yagona.client.JobException;
import uz.yagona.client.RetryPolicy;

/**
 * Calls the portal's internal API (docs/internal-api.md). A failure becomes a {@link JobException}:
 * one that may pass when the portal is away or busy, a permanent one when it refuses. Bodies of
 * answers that report an error are not read, because they may hold what the applicant wrote.
 */
public final class PortalClient {
  /** For jobs that only need the portal: ten runs within about a quarter of an hour. */
  public static final RetryPolicy RETRIES =
      new RetryPolicy(10, Duration.ofSeconds(2), Duration.ofMinutes(5));

  private final RestClient http;

  /**
   * @param address base address, without {@code /internal}
   * @param token bearer token of calls between the parts
   */
  public PortalClient(URI address, String token, Duration connectTimeout, Duration readTimeout) {
    var factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(connectTimeout).build());
    factory.setReadTimeout(readTimeout);
    this.http =
        RestClient.builder()
            .baseUrl(address.toString())
            .requestFactory(factory)
            .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
            .build();
  }

  /** Sends {@code body}, or nothing, and reads the answer. */
  public <T> T ask(Class<T> answer, @Nullable Object body, String path, Object... variables) {
    return exchange(
        call(HttpMethod.POST, body, path, variables),
        path,
        response -> body(response, answer, path));
  }

  /** Sends {@code body}; the answer is empty. */
  public void post(Object body, String path, Object... variables) {
    exchange(call(HttpMethod.POST, body, path, variables), path, response -> true);
  }

  /** Replaces what is at {@code path}. */
  public void put(Object body, String path, Object... variables) {
    exchange(call(HttpMethod.PUT, body, path, variables), path, response -> true);
  }

  /** Reads what is at {@code path}; empty when the portal answers 409: not there yet. */
  public <T> Optional<T> find(Class<T> answer, String path, Object... variables) {
    return exchange(
        call(HttpMethod.GET, null, path, variables),
        path,
        response ->
            isConflict(response.getStatusCode())
                ? Optional.empty()
                : Optional.of(body(response, answer, path)),
        PortalClient::isConflict);
  }

  private RestClient.RequestBodySpec call(
      HttpMethod method, @Nullable Object body, String path, Object... variables) {
    var call = http.method(method).uri(path, variables).accept(MediaType.APPLICATION_JSON);
    return body == null ? call : call.contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private static <T> T exchange(
      RestClient.RequestBodySpec call, String path, AnswerReader<T> reader) {
    return exchange(call, path, reader, status -> false);
  }

  private static <T> T exchange(
      RestClient.RequestBodySpec call,
      String path,
      AnswerReader<T> reader,
      Predicate<HttpStatusCode> expectedError) {
    try {
      return call.exchangeForRequiredValue(
          (request, response) -> {
            var status = response.getStatusCode();
            if (status.isError() && !expectedError.test(status)) {
              throw failure(status, path);
            }
            return reader.read(response);
          });
    } catch (RestClientException e) {
      throw unreachable(path, e);
    }
  }

  private static <T> T body(
      RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response,
      Class<T> answer,
      String path) {
    var body = response.bodyTo(answer);
    if (body == null) {
      throw JobException.permanent(
          "Expected the portal to answer %s with a body, but it is empty".formatted(path));
    }
    return body;
  }

  private static JobException failure(HttpStatusCode status, String path) {
    var message =
        "Expected the portal to accept %s, but it answered %d".formatted(path, status.value());
    return isTemporary(status) ? JobException.temporary(message) : JobException.permanent(message);
  }

  private static boolean isConflict(HttpStatusCode status) {
    return status.isSameCodeAs(HttpStatus.CONFLICT);
  }

  /** A wrong token is healed by an operator while the job waits. */
  private static boolean isTemporary(HttpStatusCode status) {
    return status.is5xxServerError()
        || status.isSameCodeAs(HttpStatus.UNAUTHORIZED)
        || status.isSameCodeAs(HttpStatus.REQUEST_TIMEOUT)
        || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
  }

  private static JobException unreachable(String path, RestClientException e) {
    var what = e instanceof ResourceAccessException ? "cannot be reached" : "cannot be understood";
    return JobException.temporary(
        "Expected an answer of the portal to %s, but it %s".formatted(path, what), e);
  }

  /** Reads an answer that is not an error. */
  @FunctionalInterface
  private interface AnswerReader<T> {
    T read(RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse response) throws IOException;
  }
}
