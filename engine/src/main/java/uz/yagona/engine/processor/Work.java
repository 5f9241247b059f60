package uz.yagona.engine.processor;

import java.util.concurrent.CompletableFuture;
import uz.yagona.engine.api.RejectedException;

/** Something for the writer thread to do. */
sealed interface Work {

  /** Could not be done; nothing was executed. */
  void refuse(RejectedException reason);

  /**
   * A command, all or nothing.
   *
   * @param command of the API, or internal
   * @param volume about how many bytes it takes while it waits
   */
  record Request(Object command, CompletableFuture<Object> future, long volume) implements Work {
    static Request internal(Object command) {
      return new Request(command, new CompletableFuture<>(), 0);
    }

    @Override
    public void refuse(RejectedException reason) {
      future.completeExceptionally(reason);
    }
  }

  /** Something between two batches. */
  record Task(Action action, CompletableFuture<?> future) implements Work {
    @Override
    public void refuse(RejectedException reason) {
      future.completeExceptionally(reason);
    }
  }

  /** What a task does with the session. */
  interface Action {
    void run(Session session) throws java.sql.SQLException;
  }
}
