package uz.yagona.portal.staff;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uz.yagona.portal.user.PortalUser;

/** Who may read a case, for other parts of the portal. */
@Component
public class CaseAccess {
  private final Tasks tasks;

  CaseAccess(Tasks tasks) {
    this.tasks = tasks;
  }

  /** Whether this person may read the personal values of the case. */
  public boolean mayRead(UUID requestId, PortalUser user) {
    return CaseRights.mayOpen(user, tasks.ofRequest(requestId));
  }

  /** Names of the case and its tasks in the journal. */
  public List<String> journalObjects(UUID requestId) {
    return tasks.ofRequest(requestId).stream().map(task -> "task:" + task.key()).toList();
  }
}
