package uz.yagona.portal.security;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A person signed in by a provider, under the portal's user name. */
final class ProviderUser extends DefaultOidcUser {
  private static final long serialVersionUID = 1L;

  private final String userName;

  ProviderUser(
      String userName, Collection<? extends GrantedAuthority> authorities, OidcIdToken token) {
    super(authorities, token);
    this.userName = userName;
  }

  @Override
  public String getName() {
    return userName;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof ProviderUser user
        && user.userName.equals(userName);
  }

  @Override
  public int hashCode() {
    return userName.hashCode();
  }
}
