package uz.yagona.signing.verify;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uz.yagona.signing.SigningProperties;

/**
 * Checks few files at once and none for longer than its time; hostile files cannot take the rest.
 */
@Component
class LimitedVerifier {
  private static final int WAITING_PER_THREAD = 4;

  private final Verifier verifier;
  private final SigningProperties.Verification limits;
  private final ExecutorService executor;

  LimitedVerifier(Verifier verifier, SigningProperties properties) {
    this.verifier = verifier;
    this.limits = properties.verification();
    var threads = limits.concurrency();
    this.executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(threads * WAITING_PER_THREAD),
            work -> {
              var thread = new Thread(work, "signing-verification");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Checks a file.
   *
   * @throws ResponseStatusException 429 when too many wait, 422 when it takes too long
   */
  Verification verify(byte[] file) {
    return limited(() -> verifier.verify(file));
  }

  /**
   * The ETSI validation report of a file, XML.
   *
   * @throws ResponseStatusException as {@link #verify}, and 422 when the file is refused
   */
  String report(byte[] file) {
    return limited(() -> verifier.report(file));
  }

  private <T> T limited(Callable<T> check) {
    try {
      return await(executor.submit(check));
    } catch (RejectedExecutionException e) {
      throw new ResponseStatusException(
          HttpStatus.TOO_MANY_REQUESTS, "Expected a free place, but many files wait", e);
    }
  }

  private <T> T await(Future<T> running) {
    try {
      return running.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      throw unprocessable(
          "Expected to check the file within %s, but it takes longer".formatted(limits.timeout()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RefusedFileException refused) {
        throw unprocessable(String.valueOf(refused.getMessage()), refused);
      }
      throw new IllegalStateException("Expected to check the file, but it failed", e.getCause());
    }
  }

  private static ResponseStatusException unprocessable(String reason, Exception cause) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason, cause);
  }

  @PreDestroy
  void stop() {
    executor.shutdownNow();
  }
}
