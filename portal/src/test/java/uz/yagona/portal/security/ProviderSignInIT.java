package uz.yagona.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;
import uz.yagona.portal.user.Users;

class ProviderSignInIT {
  private static final RunningPortal PORTAL = RunningPortal.get();

  private final Users users = PORTAL.bean(Users.class);
  private final ProviderSignIn signIn = PORTAL.bean(SignIns.class).byProvider();
  private final String subject = UUID.randomUUID().toString();

  @Test
  void shouldMakeACitizenWithAProfileInTheVault() {
    // when
    var user = signedIn(List.of());
    // then
    assertThat(user.roles()).containsExactly(Role.CITIZEN);
    assertThat(users.profile(user).values())
        .containsEntry("pinfl", "30311851760023")
        .containsEntry("name", "Rahimov Bobur");
    assertThat(signedIn(List.of()).userName()).isEqualTo(user.userName());
  }

  @Test
  void shouldTakeStaffGroupsAwayWhenTheProviderNamesThemNoLonger() {
    assertThat(signedIn(List.of("legal-heads")).roles())
        .containsExactlyInAnyOrder(Role.STAFF, Role.HEAD);
    assertThat(signedIn(List.of("legal-reviewers")).groups()).containsExactly("legal-reviewers");
    var nobody = signedIn(List.of());
    assertThat(nobody.groups()).isEmpty();
    assertThat(nobody.roles()).containsExactly(Role.CITIZEN);
  }

  private PortalUser signedIn(List<String> groups) {
    var token =
        OidcIdToken.withTokenValue("token")
            .issuer("https://id.example.uz")
            .subject(subject)
            .issuedAt(Instant.EPOCH)
            .expiresAt(Instant.EPOCH.plusSeconds(60))
            .claim("name", "Rahimov Bobur")
            .claim("pin", "30311851760023")
            .claim("groups", groups)
            .build();
    var person = new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, token);
    return users.find(signIn.userName(person)).orElseThrow();
  }
}
