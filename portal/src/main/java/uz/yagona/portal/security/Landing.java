package uz.yagona.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import uz.yagona.portal.user.Role;

/** After sign-in: the page that was asked for, else the one a person works with. */
final class Landing extends SavedRequestAwareAuthenticationSuccessHandler {
  @Override
  protected String determineTargetUrl(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    if (authentication == null) {
      return "/";
    }
    if (has(authentication, Role.STAFF)) {
      return "/tasks";
    }
    if (has(authentication, Role.OPERATOR)) {
      return "/operations";
    }
    if (has(authentication, Role.AUDITOR)) {
      return "/journal";
    }
    if (has(authentication, Role.DATA_OFFICER)) {
      return "/data-officer/erasures";
    }
    if (has(authentication, Role.REGISTRAR)) {
      return "/desk";
    }
    return has(authentication, Role.CITIZEN) ? "/requests" : "/";
  }

  private static boolean has(Authentication authentication, Role role) {
    return authentication.getAuthorities().stream()
        .anyMatch(granted -> role.authority().equals(granted.getAuthority()));
  }
}
