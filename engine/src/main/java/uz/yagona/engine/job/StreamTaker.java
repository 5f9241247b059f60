package uz.yagona.engine.job;

import java.util.ArrayList;
import java.util.List;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.api.JobReceiver;

/** A worker that takes jobs as they appear. */
public final class StreamTaker implements Taker {
  private static final int AT_ONCE = 32;

  private final ActivateJobs request;
  private final JobReceiver receiver;
  private volatile boolean ready = true;
  private volatile boolean closed;

  public StreamTaker(ActivateJobs request, JobReceiver receiver) {
    this.request = request;
    this.receiver = receiver;
  }

  @Override
  public ActivateJobs request() {
    return request;
  }

  @Override
  public int capacity() {
    return closed ? -1 : ready ? AT_ONCE : 0;
  }

  @Override
  public List<Long> take(List<ActivatedJob> jobs) {
    var refused = new ArrayList<Long>();
    for (var job : jobs) {
      if (closed || !ready || !receiver.offer(job)) {
        ready = false;
        refused.add(job.jobKey());
      }
    }
    return refused;
  }

  /** The worker can take jobs again. */
  public void ready() {
    ready = true;
  }

  /** Takes no more jobs. */
  public void close() {
    closed = true;
  }

  @Override
  public boolean isOver(long now) {
    return closed;
  }

  @Override
  public void end(Throwable reason) {
    // streams outlive a change of the active node: the next one serves them
  }
}
