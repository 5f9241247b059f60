package uz.yagona.portal.user;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The person of this request, read fresh from the database once per request. */
@Component
public class CurrentUser {
  private static final String CACHED = CurrentUser.class.getName();

  private final Users users;

  CurrentUser(Users users) {
    this.users = users;
  }

  /** Empty for anonymous callers and for people who may no longer sign in. */
  public Optional<PortalUser> get() {
    var attributes = RequestContextHolder.getRequestAttributes();
    if (attributes != null
        && attributes.getAttribute(CACHED, RequestAttributes.SCOPE_REQUEST)
            instanceof PortalUser cached) {
      return Optional.of(cached);
    }
    var found = signedInName().flatMap(users::findSelf);
    if (attributes != null) {
      found.ifPresent(
          user -> attributes.setAttribute(CACHED, user, RequestAttributes.SCOPE_REQUEST));
    }
    return found;
  }

  private static Optional<String> signedInName() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication == null
            || !authentication.isAuthenticated()
            || authentication instanceof AnonymousAuthenticationToken
        ? Optional.empty()
        : Optional.of(authentication.getName());
  }
}
