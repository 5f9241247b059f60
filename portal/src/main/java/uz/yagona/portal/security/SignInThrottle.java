package uz.yagona.portal.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after some failures the same person from the same address, the same address,
 * or the same person from anywhere must wait. A stranger can therefore hardly lock somebody out.
 */
@Component
class SignInThrottle {
  static final Duration WAIT = Duration.ofMinutes(5);
  private static final Duration FORGET = Duration.ofMinutes(30);
  private static final int PERSON_AND_ADDRESS = 5;
  private static final int ADDRESS = 50;
  private static final int PERSON = 100;

  private record Limit(String key, int failures) {}

  private final ThrottleRepository failures;
  private final Clock clock = Clock.systemUTC();

  SignInThrottle(ThrottleRepository failures) {
    this.failures = failures;
  }

  /** Whether this caller must wait before the next attempt is looked at. */
  boolean mustWait(String userName, String address) {
    var now = clock.instant();
    return limits(userName, address).stream()
        .anyMatch(
            limit ->
                failures
                    .find(limit.key())
                    .filter(found -> found.count() >= limit.failures())
                    .filter(found -> found.last().plus(WAIT).isAfter(now))
                    .isPresent());
  }

  void failed(String userName, String address) {
    var now = clock.instant();
    for (var limit : limits(userName, address)) {
      failures.count(limit.key(), now, now.minus(FORGET));
    }
  }

  void succeeded(String userName, String address) {
    failures.clear(limits(userName, address).get(0).key(), clock.instant().minus(FORGET));
  }

  private static List<Limit> limits(String userName, String address) {
    return List.of(
        new Limit(digest("both", userName + "\n" + address), PERSON_AND_ADDRESS),
        new Limit(digest("address", address), ADDRESS),
        new Limit(digest("person", userName), PERSON));
  }

  private static String digest(String kind, String text) {
    try {
      var bytes =
          MessageDigest.getInstance("SHA-256")
              .digest((kind + ":" + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
