package uz.yagona.portal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import uz.yagona.portal.user.CurrentUser;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;

/**
 * Looks at the account behind a session with every request: whoever may no longer sign in is signed
 * out, and the rights are those of now, not those at sign-in.
 */
final class LiveAccounts extends OncePerRequestFilter {
  private static final String ASSETS = "/a/";

  private final CurrentUser currentUser;

  LiveAccounts(CurrentUser currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + ASSETS);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn != null && signedIn.isAuthenticated()) {
      var user = currentUser.get();
      if (user.isEmpty()) {
        signOut(request);
      } else {
        takeRightsOfNow(signedIn, user.get());
      }
    }
    chain.doFilter(request, response);
  }

  private static void signOut(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** For this request alone: the session keeps what it has. */
  private static void takeRightsOfNow(Authentication signedIn, PortalUser user) {
    var rights = user.roles().stream().map(Role::authority).collect(Collectors.toSet());
    if (rights.equals(roles(signedIn))) {
      return;
    }
    var principal = signedIn.getPrincipal();
    if (principal == null) {
      return;
    }
    var now =
        UsernamePasswordAuthenticationToken.authenticated(
            principal, null, rights.stream().map(SimpleGrantedAuthority::new).toList());
    now.setDetails(signedIn.getDetails());
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(now);
    SecurityContextHolder.setContext(context);
  }

  private static Set<String> roles(Authentication signedIn) {
    return signedIn.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(authority -> authority != null && authority.startsWith("ROLE_"))
        .collect(Collectors.toSet());
  }
}
