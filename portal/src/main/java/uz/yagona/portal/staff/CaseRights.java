package uz.yagona.portal.staff;

import java.util.List;
import java.util.stream.Stream;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;

/**
 * Who may open a case: whoever holds or held one of its tasks, the members of a group that one of
 * them is for, and the heads of that group's body.
 */
final class CaseRights {
  private static final String REVIEWERS = "-reviewers";
  private static final String HEADS = "-heads";

  private CaseRights() {}

  static boolean mayOpen(PortalUser user, List<StaffTask> tasks) {
    return tasks.stream()
        .anyMatch(task -> task.isHeldBy(user) || task.isFor(user) || isHeadOf(user, task));
  }

  private static boolean isHeadOf(PortalUser user, StaffTask task) {
    return user.has(Role.HEAD)
        && task.groups().stream().flatMap(CaseRights::headsOf).anyMatch(user::isMemberOf);
  }

  private static Stream<String> headsOf(String group) {
    return group.endsWith(REVIEWERS)
        ? Stream.of(group.substring(0, group.length() - REVIEWERS.length()) + HEADS)
        : Stream.of();
  }
}
