package uz.yagona.engine.job;

import java.util.List;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;

/** Someone who wants jobs: a poll or a stream. */
public interface Taker {
  ActivateJobs request();

  /** How many it takes now; 0 means none, negative that it is gone. */
  int capacity();

  /** Takes the jobs, and gives back the keys of those it could not take. */
  List<Long> take(List<ActivatedJob> jobs);

  /** Nothing comes any more; {@code now} is {@link System#nanoTime()}. */
  boolean isOver(long now);

  /** Tells that nothing comes any more. */
  void end(Throwable reason);
}
