package uz.yagona.engine.handler;

import java.util.concurrent.CompletableFuture;
import uz.yagona.engine.api.RejectedException;

/** The way back to a caller; what is sent arrives when the batch is durable. */
public final class Reply<R> {
  private final CompletableFuture<R> future;
  private final Answers answers;

  public Reply(CompletableFuture<R> future, Answers answers) {
    this.future = future;
    this.answers = answers;
  }

  public void send(R result) {
    answers.add(() -> future.complete(result));
  }

  public void reject(RejectedException reason) {
    answers.add(() -> future.completeExceptionally(reason));
  }

  /** At once: no batch will answer any more. */
  void fail(RuntimeException reason) {
    future.completeExceptionally(reason);
  }

  /** Whether the caller no longer waits. */
  public boolean isAbandoned() {
    return future.isDone();
  }
}
