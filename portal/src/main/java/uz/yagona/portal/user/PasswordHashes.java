package uz.yagona.portal.user;

import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes and compares password hashes (bcrypt); takes as long for an unknown user as for a known
 * one.
 */
@Component
public class PasswordHashes {
  private final PasswordEncoder encoder =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  private final Users users;
  private final String nobody;

  PasswordHashes(Users users) {
    this.users = users;
    this.nobody = hash("nobody has this password");
  }

  String hash(String password) {
    return String.valueOf(encoder.encode(password));
  }

  /** Whether this is the password of an enabled account. */
  public boolean isPasswordOf(String userName, String password) {
    var known = users.passwordHash(userName);
    return encoder.matches(password, known.orElse(nobody)) && known.isPresent();
  }
}
