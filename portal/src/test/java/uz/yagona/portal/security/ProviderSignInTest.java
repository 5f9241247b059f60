package uz.yagona.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import uz.yagona.portal.user.Role;

class ProviderSignInTest {
  @Test
  void shouldTakeWhoeverHasNoGroupForACitizen() {
    assertThat(ProviderSignIn.roles(Set.of("everyone"))).containsExactly(Role.CITIZEN);
  }

  @Test
  void shouldTellRolesAndStaffGroupsApart() {
    var claimed = Set.of("operator", "cadastre-heads", "everyone");
    assertThat(ProviderSignIn.roles(claimed)).containsExactly(Role.OPERATOR);
    assertThat(ProviderSignIn.staffGroups(claimed)).containsExactly("cadastre-heads");
  }
}
