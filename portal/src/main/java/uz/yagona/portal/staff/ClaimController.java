package uz.yagona.portal.staff;

import io.camunda.client.api.command.ProblemException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.request.Reviews;
import uz.yagona.portal.user.PortalUser;

/**
 * Takes a task and gives it back. Only a member of a candidate group may take it, only its holder
 * may give it back.
 */
@Controller
class ClaimController {
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final Tasks tasks;
  private final Reviews reviews;
  private final Journal journal;

  ClaimController(Tasks tasks, Reviews reviews, Journal journal) {
    this.tasks = tasks;
    this.reviews = reviews;
    this.journal = journal;
  }

  @PostMapping("/tasks/{key}/claim")
  String claim(@PathVariable long key, PortalUser user, RedirectAttributes redirect) {
    var task = find(key);
    if (!task.isFor(user)) {
      throw new AccessDeniedException(
          "Expected a member of %s, but %s is not".formatted(task.groups(), user.userName()));
    }
    if (task.isSignature() && isAuthor(task, user)) {
      redirect.addFlashAttribute("flash", Flash.danger("tasks.flash.author"));
      return "redirect:/tasks";
    }
    if (task.isHeldBy(user)) {
      return "redirect:/tasks/" + key;
    }
    if (!task.isClaimableBy(user) || !assigned(task, user)) {
      redirect.addFlashAttribute("flash", Flash.warn("tasks.flash.taken"));
      return "redirect:/tasks?tab=group";
    }
    journal.write(user.userName(), Action.CLAIM, "task:" + key, detail(task, user.userName()));
    redirect.addFlashAttribute("flash", Flash.ok("tasks.flash.claimed"));
    return "redirect:/tasks/" + key;
  }

  @PostMapping("/tasks/{key}/release")
  String release(@PathVariable long key, PortalUser user, RedirectAttributes redirect) {
    var task = find(key);
    if (!task.isOpen() || !task.isHeldBy(user)) {
      redirect.addFlashAttribute("flash", Flash.warn("tasks.flash.not-yours"));
      return "redirect:/tasks";
    }
    tasks.unassign(key);
    journal.write(user.userName(), Action.RELEASE, "task:" + key, detail(task, ""));
    redirect.addFlashAttribute("flash", Flash.ok("tasks.flash.released"));
    return "redirect:/tasks?tab=group";
  }

  private StaffTask find(long key) {
    return tasks
        .find(key)
        .orElseThrow(() -> new NotFoundException("Expected user task " + key + ", but found none"));
  }

  private boolean isAuthor(StaffTask task, PortalUser user) {
    return tasks
        .request(task)
        .flatMap(reviews::author)
        .filter(author -> author.equals(user.userName()))
        .isPresent();
  }

  /** Whether the engine gave the task to this person; somebody may have been faster. */
  private boolean assigned(StaffTask task, PortalUser user) {
    try {
      tasks.assign(task.key(), user.userName());
      return true;
    } catch (ProblemException e) {
      if (e.code() == CONFLICT || e.code() == NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  private Map<String, String> detail(StaffTask task, String assignee) {
    var detail = new HashMap<String, String>();
    tasks.request(task).ifPresent(id -> detail.put("request", id.toString()));
    detail.put("before.assignee", task.assignee() == null ? "" : task.assignee());
    detail.put("after.assignee", assignee);
    return detail;
  }
}
