package uz.yagona.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.enums.UserTaskState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uz.yagona.forms.LocalText;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;

class CaseRightsTest {
  private final List<StaffTask> tasks = List.of(task("cadastre-reviewers", "rustam"));

  @Test
  void shouldOpenToMembersOfTheGroup() {
    assertThat(CaseRights.mayOpen(user("a", Set.of(Role.STAFF), "cadastre-reviewers"), tasks))
        .isTrue();
    assertThat(CaseRights.mayOpen(user("a", Set.of(Role.STAFF), "social-reviewers"), tasks))
        .isFalse();
  }

  @Test
  void shouldOpenToWhoeverHoldsTheTask() {
    assertThat(CaseRights.mayOpen(user("rustam", Set.of(Role.STAFF)), tasks)).isTrue();
  }

  @Test
  void shouldOpenToHeadsOfTheSameBodyOnly() {
    var roles = Set.of(Role.STAFF, Role.HEAD);

    assertThat(CaseRights.mayOpen(user("h", roles, "cadastre-heads"), tasks)).isTrue();
    assertThat(CaseRights.mayOpen(user("h", roles, "social-heads"), tasks)).isFalse();
  }

  @Test
  void shouldStayClosedWithoutATask() {
    assertThat(CaseRights.mayOpen(user("h", Set.of(Role.HEAD), "cadastre-heads"), List.of()))
        .isFalse();
  }

  private static PortalUser user(String name, Set<Role> roles, String... groups) {
    return new PortalUser(
        name, UUID.randomUUID(), LocalText.same(name), roles, Set.of(groups), null);
  }

  private static StaffTask task(String group, String assignee) {
    return new StaffTask(
        1,
        StaffTask.REVIEW,
        assignee,
        List.of(group),
        2,
        3,
        null,
        OffsetDateTime.parse("2026-11-25T10:00:00+05:00"),
        50,
        UserTaskState.CREATED);
  }
}
