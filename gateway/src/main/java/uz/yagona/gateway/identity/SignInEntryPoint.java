package uz.yagona.gateway.identity;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import uz.yagona.gateway.identity.Callers.Credentials;
import uz.yagona.gateway.problem.Problem;

/** Answers 401; after wrong credentials only when a while has passed, without holding a thread. */
final class SignInEntryPoint implements AuthenticationEntryPoint {
  private static final Logger log = LoggerFactory.getLogger(SignInEntryPoint.class);
  private static final Problem MISSING =
      Problem.of(
          HttpStatus.UNAUTHORIZED,
          "UNAUTHENTICATED",
          "Expected HTTP basic credentials of a caller, but there are none");
  private static final Problem WRONG =
      Problem.of(
          HttpStatus.UNAUTHORIZED,
          "UNAUTHENTICATED",
          "Expected the name and password of a caller, but they are wrong");

  private final FailedSignIns failures;
  private final ScheduledExecutorService scheduler;

  SignInEntryPoint(FailedSignIns failures, ScheduledExecutorService scheduler) {
    this.failures = failures;
    this.scheduler = scheduler;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"yagona\"");
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      MISSING.writeTo(request, response);
      return;
    }
    var name = Credentials.ofBasic(header).map(Credentials::name).orElse("");
    var wait = failures.add(request.getRemoteAddr(), name);
    var async = request.startAsync(request, response);
    async.setTimeout(0);
    var unused =
        scheduler.schedule(
            () -> async.start(() -> answer(async, request, response)),
            wait.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  private static void answer(
      AsyncContext async, HttpServletRequest request, HttpServletResponse response) {
    try {
      WRONG.writeTo(request, response);
    } catch (IOException e) {
      log.debug("The caller left before the answer: {}", e.toString());
    } finally {
      async.complete();
    }
  }
}
