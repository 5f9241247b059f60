package uz.yagona.portal.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.user.PasswordHashes;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.SignedInUser;
import uz.yagona.portal.user.Users;

/** Checks user name and password; failures are journaled and slow the caller down. */
record PasswordSignIn(Users users, PasswordHashes hashes, SignInThrottle throttle, Journal journal)
    implements AuthenticationProvider {

  @Override
  public Authentication authenticate(Authentication asked) {
    var userName = asked.getName().strip();
    var address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    if (throttle.mustWait(userName, address)) {
      throw new LockedException("Expected a pause after many failures, but found another attempt");
    }
    var password = asked.getCredentials() == null ? "" : asked.getCredentials().toString();
    var user = hashes.isPasswordOf(userName, password) ? find(userName) : null;
    if (user == null) {
      throttle.failed(userName, address);
      journal.write(known(userName), Action.SIGN_IN_FAILED, "sign-in", Map.of("from", address));
      throw new BadCredentialsException("Expected the password of the user, but found another");
    }
    throttle.succeeded(userName, address);
    journal.write(user.userName(), Action.SIGN_IN, "sign-in", Map.of("from", address));
    return signedIn(user);
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private @Nullable PortalUser find(String userName) {
    return users.find(userName).orElse(null);
  }

  /** A name that is nobody's may be a mistyped password, so it is not kept. */
  private String known(String userName) {
    return users.find(userName).isPresent() ? userName : "unknown";
  }

  private static Authentication signedIn(PortalUser user) {
    return UsernamePasswordAuthenticationToken.authenticated(
        new SignedInUser(user.userName()),
        null,
        user.roles().stream().map(role -> new SimpleGrantedAuthority(role.authority())).toList());
  }
}
