package uz.yagona.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs failed sign-ins and says how long to keep the answer back: longer with every failure from
 * the same address within a minute. Good sign-ins are never slowed.
 */
final class FailedSignIns {
  private static final Logger log = LoggerFactory.getLogger(FailedSignIns.class);
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration MEMORY = Duration.ofMinutes(1);
  private static final int MOST_ADDRESSES = 10_000;

  private record Failures(int count, Instant last) {
    static final Failures NONE = new Failures(0, Instant.EPOCH);
  }

  private final InstantSource clock;
  private final Map<String, Failures> byAddress =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  FailedSignIns(InstantSource clock) {
    this.clock = clock;
  }

  /** Notes one failure; the answer is to be kept back for the returned time. */
  synchronized Duration add(String address, String name) {
    var now = clock.instant();
    var before = byAddress.getOrDefault(address, Failures.NONE);
    var count = before.last().plus(MEMORY).isAfter(now) ? before.count() + 1 : 1;
    byAddress.put(address, new Failures(count, now));
    log.warn("Sign-in as '{}' from {} failed, {} in a row", printable(name), address, count);
    var wait = FIRST.multipliedBy(1L << Math.min(count - 1, 10));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static String printable(String name) {
    var cut = name.length() > 40 ? name.substring(0, 40) : name;
    return cut.replaceAll("[^\\p{Alnum}._@-]", "?");
  }
}
