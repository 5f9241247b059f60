package uz.yagona.signing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a signature made by this process was found valid by it; known some time after start. */
@Component
public class SelfTestResult {
  private final CompletableFuture<Void> result = new CompletableFuture<>();

  /** Signing may begin. */
  public void passed() {
    result.complete(null);
  }

  /** Signing must not begin. */
  public void failed(RuntimeException cause) {
    result.completeExceptionally(cause);
  }

  /** Whether the result is known. */
  public boolean isKnown() {
    return result.isDone();
  }

  /** Why the self-test failed; {@code null} when it passed or still runs. */
  public @Nullable String failure() {
    if (!result.isCompletedExceptionally()) {
      return null;
    }
    try {
      result.getNow(null);
      return null;
    } catch (RuntimeException e) {
      var cause = e.getCause();
      return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }
  }

  /**
   * Waits for the result.
   *
   * @throws IllegalStateException when the self-test failed, or is not done within {@code limit}
   */
  public void requirePassed(Duration limit) {
    try {
      result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "Expected the self-test to end within %s, but it still runs".formatted(limit), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Expected the self-test of signatures to pass, but " + failure(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Expected to wait for the self-test, but was stopped", e);
    }
  }
}
