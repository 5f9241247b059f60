package uz.yagona.portal.security;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import uz.yagona.forms.LocalText;
import uz.yagona.portal.PortalProperties;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.user.Profile;
import uz.yagona.portal.user.Role;
import uz.yagona.portal.user.Users;

/**
 * Turns a person of an OpenID Connect provider into a user: made at first sign-in, found again by
 * issuer and subject. Names of staff groups and of roles come from the groups claim at each
 * sign-in; whoever has none is a citizen.
 */
record ProviderSignIn(Users users, Journal journal, PortalProperties.Oidc claims)
    implements OAuth2UserService<OidcUserRequest, OidcUser> {

  @Override
  public OidcUser loadUser(OidcUserRequest request) throws OAuth2AuthenticationException {
    var person = new OidcUserService().loadUser(request);
    var userName = userName(person);
    var user =
        users
            .find(userName)
            .orElseThrow(
                () ->
                    new OAuth2AuthenticationException(
                        "Expected an enabled account, but it is disabled"));
    journal.write(
        userName, Action.SIGN_IN, "sign-in", Map.of("issuer", person.getIssuer().toString()));
    return new ProviderUser(
        userName,
        user.roles().stream().map(role -> new SimpleGrantedAuthority(role.authority())).toList(),
        person.getIdToken());
  }

  /** Finds or makes the user; what the provider says now about roles and groups is what holds. */
  String userName(OidcUser person) {
    var issuer = person.getIssuer().toString();
    var groups = new HashSet<String>();
    List<String> claimed = person.getClaimAsStringList(claims.groupsClaim());
    if (claimed != null) {
      groups.addAll(claimed);
    }
    var roles = roles(groups);
    var known = users.findByIssuer(issuer, person.getSubject());
    if (known.isPresent()) {
      users.grant(known.get(), roles, staffGroups(groups));
      return known.get();
    }
    var userName =
        "oidc-"
            + UUID.nameUUIDFromBytes(
                (issuer + "\n" + person.getSubject()).getBytes(StandardCharsets.UTF_8));
    if (roles.contains(Role.CITIZEN)) {
      users.addCitizen(userName, null, profile(person));
    } else {
      var name = person.getFullName() == null ? userName : person.getFullName();
      users.addInsider(userName, null, LocalText.same(name), roles, staffGroups(groups), null);
    }
    users.link(userName, issuer, person.getSubject());
    return userName;
  }

  private Profile profile(OidcUser person) {
    var values = new HashMap<String, String>();
    values.put("kind", "PERSON");
    put(values, "pinfl", person.getClaimAsString(claims.pinflClaim()));
    put(values, "name", person.getFullName());
    put(values, "phone", person.getClaimAsString(claims.phoneClaim()));
    put(values, "email", person.getEmail());
    return new Profile(values);
  }

  private static void put(Map<String, String> values, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      values.put(name, value);
    }
  }

  /** Roles named by the claim; a citizen when neither a role nor a staff group is there. */
  static Set<Role> roles(Set<String> groups) {
    var roles = EnumSet.noneOf(Role.class);
    for (var role :
        List.of(Role.OPERATOR, Role.DESIGNER, Role.AUDITOR, Role.DATA_OFFICER, Role.REGISTRAR)) {
      if (groups.contains(role.name().toLowerCase(Locale.ROOT))) {
        roles.add(role);
      }
    }
    if (roles.isEmpty() && staffGroups(groups).isEmpty()) {
      roles.add(Role.CITIZEN);
    }
    return roles;
  }

  static Set<String> staffGroups(Set<String> groups) {
    var staff = new HashSet<>(groups);
    staff.removeIf(group -> !group.endsWith("-reviewers") && !group.endsWith("-heads"));
    return staff;
  }
}
