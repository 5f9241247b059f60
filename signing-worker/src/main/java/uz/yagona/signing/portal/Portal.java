package uz.yagona.signing.portal;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import uz.yagona.client.JobException;
import uz.yagona.signing.InstallationProperties;
import uz.yagona.signing.Language;
import uz.yagona.signing.pki.Person;

/**
 * Calls of the portal. A portal that is down or busy is a temporary failure of the job; a refusal
 * is a permanent one.
 */
@Component
public class Portal {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

  private final RestClient http;

  Portal(InstallationProperties installation) {
    var requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .build());
    requests.setReadTimeout(ANSWER_LIMIT);
    this.http =
        RestClient.builder()
            .baseUrl(installation.portal().url().toString())
            .requestFactory(requests)
            .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + installation.token())
            .build();
  }

  /** What the decision document of a request prints; holds personal data. */
  public DecisionDocument decisionDocument(String requestId) {
    var document =
        call(
            "the decision document of request " + requestId,
            () ->
                http.get()
                    .uri("/internal/requests/{id}/decision-document", requestId)
                    .retrieve()
                    .body(DecisionDocument.class));
    if (document == null) {
      throw JobException.permanent(
          "Expected a decision document of request %s, but the portal sent nothing"
              .formatted(requestId));
    }
    return document;
  }

  /** Tells the portal which document its pages offer. */
  public void offer(String requestId, StoredDocument document) {
    call(
        "the portal to take document " + document.documentNumber(),
        () ->
            http.put()
                .uri("/internal/requests/{id}/document", requestId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(document)
                .retrieve()
                .toBodilessEntity());
  }

  /**
   * A staff member with name and position in {@code language}.
   *
   * @throws NoSuchElementException when there is no such user
   */
  public Person person(String userName, Language language) {
    var person =
        call(
            "user " + userName,
            () ->
                http.get()
                    .uri("/internal/staff/{user}?language={language}", userName, language.tag())
                    .retrieve()
                    .onStatus(
                        status -> status.value() == 404,
                        (request, response) -> {
                          throw new NoSuchElementException(
                              "Expected a staff member %s, but the portal knows none"
                                  .formatted(userName));
                        })
                    .body(Person.class));
    if (person == null) {
      throw new NoSuchElementException(
          "Expected a staff member %s, but the portal sent nothing".formatted(userName));
    }
    return person;
  }

  /** What a user may do, as {@code REGISTRAR}; nothing for somebody the portal does not know. */
  public Set<String> roles(String userName) {
    try {
      var known =
          call(
              "the roles of " + userName,
              () ->
                  http.get()
                      .uri("/internal/staff/{user}/roles", userName)
                      .retrieve()
                      .onStatus(
                          status -> status.value() == 404,
                          (request, response) -> {
                            throw new NoSuchElementException(userName);
                          })
                      .body(KnownRoles.class));
      return known == null ? Set.of() : known.roles();
    } catch (NoSuchElementException e) {
      return Set.of();
    }
  }

  private record KnownRoles(Set<String> roles) {}

  private static <T> T call(String what, Supplier<T> request) {
    try {
      return request.get();
    } catch (HttpClientErrorException e) {
      var status = e.getStatusCode().value();
      var message = "Expected %s, but the portal answered %d".formatted(what, status);
      throw status == 408 || status == 429 || status == 401
          ? JobException.temporary(message, e)
          : JobException.permanent(message);
    } catch (RestClientException e) {
      if (e.getCause() instanceof NoSuchElementException unknown) {
        throw unknown;
      }
      throw JobException.temporary(
          "Expected %s, but the portal could not be asked".formatted(what), e);
    }
  }
}
