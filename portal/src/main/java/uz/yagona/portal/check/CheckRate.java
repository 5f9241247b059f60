package uz.yagona.portal.check;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How many uploaded files are verified a minute, and how many at once, by everybody together:
 * verification is dear, and each file is held in memory as long as it lasts.
 */
@Component
class CheckRate {
  static final int PER_MINUTE = 120;
  static final int AT_ONCE = 6;

  private final Deque<Instant> recent = new ArrayDeque<>();
  private final Clock clock;
  private int running;

  CheckRate() {
    this(Clock.systemUTC());
  }

  CheckRate(Clock clock) {
    this.clock = clock;
  }

  /** Reads a file and checks it. */
  interface FileCheck {
    Checked run() throws IOException;
  }

  /** Does the check; empty, with nothing done, when there are too many. */
  Optional<Checked> within(FileCheck check) throws IOException {
    if (!begin()) {
      return Optional.empty();
    }
    try {
      return Optional.of(check.run());
    } finally {
      end();
    }
  }

  private synchronized boolean begin() {
    var now = clock.instant();
    while (!recent.isEmpty() && recent.peekFirst().isBefore(now.minus(Duration.ofMinutes(1)))) {
      recent.removeFirst();
    }
    if (recent.size() >= PER_MINUTE || running >= AT_ONCE) {
      return false;
    }
    recent.addLast(now);
    running++;
    return true;
  }

  private synchronized void end() {
    running--;
  }
}
