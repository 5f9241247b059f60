package uz.yagona.gateway.topology;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Numbers the purges, which are the only changes of this one-node cluster. */
@Component("gatewayClusterChanges")
public final class ClusterChanges {
  private final AtomicLong last = new AtomicLong();

  /** The number of the change that was just completed. */
  public long completed() {
    return last.incrementAndGet();
  }

  long last() {
    return last.get();
  }
}
