package uz.yagona.engine.job;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;

/** A worker that asked once and waits for an answer. */
public final class PollTaker implements Taker {
  private final ActivateJobs request;
  private final CompletableFuture<List<ActivatedJob>> answer;
  private final long deadline;
  private final Executor callers;
  private final Consumer<Collection<Long>> giveBack;

  /**
   * @param deadline in the time of {@link System#nanoTime()}
   * @param callers runs what callers do with the answer
   * @param giveBack takes back jobs whose caller has gone meanwhile
   */
  public PollTaker(
      ActivateJobs request,
      CompletableFuture<List<ActivatedJob>> answer,
      long deadline,
      Executor callers,
      Consumer<Collection<Long>> giveBack) {
    this.request = request;
    this.answer = answer;
    this.deadline = deadline;
    this.callers = callers;
    this.giveBack = giveBack;
  }

  @Override
  public ActivateJobs request() {
    return request;
  }

  @Override
  public int capacity() {
    return answer.isDone() ? -1 : request.maxJobs();
  }

  @Override
  public List<Long> take(List<ActivatedJob> jobs) {
    callers.execute(
        () -> {
          if (!answer.complete(jobs)) {
            giveBack.accept(jobs.stream().map(ActivatedJob::jobKey).toList());
          }
        });
    return List.of();
  }

  long deadline() {
    return deadline;
  }

  @Override
  public boolean isOver(long now) {
    var over = deadline - now <= 0;
    if (over) {
      callers.execute(() -> answer.complete(List.of()));
    }
    return over || answer.isDone();
  }

  @Override
  public void end(Throwable reason) {
    answer.completeExceptionally(reason);
  }
}
