package uz.yagona.portal.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;

/** How many uploaded files are verified a minute, by everybody together: verification is dear. */
@Component
class CheckRate {
  private static final int PER_MINUTE = 120;

  private final Deque<Instant> recent = new ArrayDeque<>();
  private final Clock clock = Clock.systemUTC();

  synchronized boolean mayCheck() {
    var now = clock.instant();
    while (!recent.isEmpty() && recent.peekFirst().isBefore(now.minus(Duration.ofMinutes(1)))) {
      recent.removeFirst();
    }
    if (recent.size() >= PER_MINUTE) {
      return false;
    }
    recent.addLast(now);
    return true;
  }
}
