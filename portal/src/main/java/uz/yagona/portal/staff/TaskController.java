package uz.yagona.portal.staff;

import io.camunda.client.api.search.enums.UserTaskState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.forms.Language;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.user.PortalUser;

/**
 * The page on which an official does a task, and what it sends. Only the holder of the task may
 * send.
 */
@Controller
class TaskController {
  private final Tasks tasks;
  private final Cases cases;
  private final CaseViews views;
  private final TaskRows rows;
  private final ReviewWork reviewWork;
  private final SignWork signWork;
  private final SigningReviewWork signingReviewWork;

  TaskController(
      Tasks tasks,
      Cases cases,
      CaseViews views,
      TaskRows rows,
      ReviewWork reviewWork,
      SignWork signWork,
      SigningReviewWork signingReviewWork) {
    this.tasks = tasks;
    this.cases = cases;
    this.views = views;
    this.rows = rows;
    this.reviewWork = reviewWork;
    this.signWork = signWork;
    this.signingReviewWork = signingReviewWork;
  }

  @GetMapping("/tasks/{key}")
  Object show(@PathVariable long key, PortalUser user, Language language, Model model) {
    var task = find(key);
    var requestId = request(task);
    if (!task.isOpen()) {
      return "redirect:/cases/" + requestId;
    }
    var work = work(task, requestId, user);
    var panel = work.task().isHeldBy(user) ? of(task).blank(work, language) : null;
    return page(work, panel, HttpStatus.OK, language);
  }

  @PostMapping("/tasks/{key}")
  Object send(
      @PathVariable long key,
      @RequestParam MultiValueMap<String, String> sent,
      PortalUser user,
      Language language,
      RedirectAttributes redirect) {
    var task = find(key);
    var requestId = request(task);
    if (task.state() == UserTaskState.COMPLETED && task.isHeldBy(user)) {
      redirect.addFlashAttribute("flash", Flash.ok("tasks.flash.already-sent"));
      return "redirect:/cases/" + requestId;
    }
    if (!task.isOpen() || !task.isHeldBy(user)) {
      redirect.addFlashAttribute("flash", Flash.warn("tasks.flash.not-yours"));
      return "redirect:/tasks";
    }
    var work = work(task, requestId, user);
    var result = of(task).send(work, sent, language);
    var panel = result.panel();
    if (panel != null) {
      return page(work, panel, result.status(), language);
    }
    redirect.addFlashAttribute("flash", result.flash());
    return "redirect:" + result.next();
  }

  private Work work(StaffTask task, UUID requestId, PortalUser user) {
    if (!task.isFor(user) && !task.isHeldBy(user)) {
      throw new AccessDeniedException(
          "Expected a member of %s, but %s is not".formatted(task.groups(), user.userName()));
    }
    var opened = cases.open(requestId, user);
    return new Work(task, user, cases.read(opened, user), tasks.variables(task));
  }

  private TaskWork of(StaffTask task) {
    return switch (task.element()) {
      case StaffTask.REVIEW -> reviewWork;
      case StaffTask.SIGN -> signWork;
      case StaffTask.REVIEW_SIGNING -> signingReviewWork;
      default ->
          throw new NotFoundException(
              "Expected a task with a page, but found element " + task.element());
    };
  }

  private ModelAndView page(
      Work work, @Nullable TaskPanel panel, HttpStatusCode status, Language language) {
    var task = work.task();
    var page = new ModelAndView("portal/staff/task", status);
    page.addObject("case", views.of(work.file(), task, work.variables(), language));
    page.addObject("task", task);
    page.addObject("title", rows.title(task, language));
    page.addObject("isClaimable", task.isClaimableBy(work.user()));
    page.addObject(
        "holder", task.assignee() == null ? "" : rows.displayName(task.assignee(), language));
    page.addObject("panel", panel);
    return page;
  }

  private StaffTask find(long key) {
    return tasks
        .find(key)
        .orElseThrow(() -> new NotFoundException("Expected user task " + key + ", but found none"));
  }

  private UUID request(StaffTask task) {
    return tasks
        .request(task)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "Expected a request behind user task %d, but found none"
                        .formatted(task.key())));
  }
}
