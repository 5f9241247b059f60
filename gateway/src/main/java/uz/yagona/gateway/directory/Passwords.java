package uz.yagona.gateway.directory;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;

/**
 * Hashes of passwords: PBKDF2 as Spring Security sets it, the algorithm's name in front. A hash
 * takes a tenth of a second by intent; so that guessers cannot take all processors, half of them
 * work on hashes at most.
 */
@Component("gatewayPasswords")
public final class Passwords {
  private static final String ALGORITHM = "pbkdf2@SpringSecurity_v5_8";
  private static final int SHORTEST = 8;
  private static final int LONGEST = 256;

  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          ALGORITHM, Map.of(ALGORITHM, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
  private final Semaphore atWork =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  private final String hashOfNobody = encode("nobody has this password");

  static String checked(@Nullable String password) {
    var given = Values.required("password", password);
    if (given.length() < SHORTEST || given.length() > LONGEST) {
      throw new InvalidRequestException(
          "Expected 'password' of %d to %d characters, but it has %d"
              .formatted(SHORTEST, LONGEST, given.length()));
    }
    return given;
  }

  String encode(String password) {
    return limited(() -> encoder.encode(password));
  }

  /**
   * Whether the password is that of the hash.
   *
   * @param hash {@code null} when there is no such user; that takes the same time
   */
  public boolean match(String password, @Nullable String hash) {
    var isSame = limited(() -> encoder.matches(password, hash == null ? hashOfNobody : hash));
    return isSame && hash != null;
  }

  private <T> T limited(Supplier<T> work) {
    atWork.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      atWork.release();
    }
  }
}
