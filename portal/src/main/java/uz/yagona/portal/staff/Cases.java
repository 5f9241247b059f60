package uz.yagona.portal.staff;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import uz.yagona.portal.breakglass.BreakGlass;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.request.CaseFile;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.vault.Purpose;

/** Opens cases to officials who have the right to; every opening is journaled. */
@Component
class Cases {
  private final Requests requests;
  private final Tasks tasks;
  private final BreakGlass emergencies;

  Cases(Requests requests, Tasks tasks, BreakGlass emergencies) {
    this.requests = requests;
    this.tasks = tasks;
    this.emergencies = emergencies;
  }

  /**
   * A case that this person may open, nothing personal read yet.
   *
   * @param tasks all tasks of the request, oldest first
   */
  record Opened(Request request, List<StaffTask> tasks, Purpose purpose) {
    @Nullable StaffTask latest() {
      return tasks.isEmpty() ? null : tasks.get(tasks.size() - 1);
    }
  }

  /** Throws {@code NotFoundException} or {@code AccessDeniedException}. */
  Opened open(UUID requestId, PortalUser user) {
    var request =
        requests
            .find(requestId)
            .orElseThrow(
                () -> new NotFoundException("Expected request " + requestId + ", but found none"));
    var all = tasks.ofRequest(requestId);
    if (!CaseRights.mayOpen(user, all)) {
      if (emergencies.isOpenFor(requestId, user)) {
        return new Opened(request, all, Purpose.EMERGENCY);
      }
      throw new AccessDeniedException(
          "Expected a task of request %s for %s, but found none"
              .formatted(requestId, user.userName()));
    }
    var isSigning =
        all.stream().anyMatch(task -> task.isOpen() && task.isSignature() && task.isFor(user));
    return new Opened(request, all, isSigning ? Purpose.SIGNING : Purpose.REVIEW);
  }

  /** Reads the vault; journaled. */
  CaseFile read(Opened opened, PortalUser user) {
    return requests.open(opened.request().requestId(), user, opened.purpose());
  }

  Map<String, @Nullable Object> variables(Opened opened) {
    var task = opened.latest();
    return task == null ? Map.of() : tasks.variables(task);
  }
}
