package uz.yagona.portal.staff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.naming.Names;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.text.Texts;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Users;

/** Puts words and the request's facts to tasks; no personal value is read. */
@Component
class TaskRows {
  private static final int URGENT = 100;
  private static final int HIGH = 75;

  private final Tasks tasks;
  private final Requests requests;
  private final Users users;
  private final Names names;
  private final DueWords dueWords;
  private final Texts texts;

  TaskRows(
      Tasks tasks, Requests requests, Users users, Names names, DueWords dueWords, Texts texts) {
    this.tasks = tasks;
    this.requests = requests;
    this.users = users;
    this.names = names;
    this.dueWords = dueWords;
    this.texts = texts;
  }

  List<TaskRow> of(List<StaffTask> found, PortalUser user, Language language) {
    var ids = tasks.requests(found.stream().map(StaffTask::processInstanceKey).distinct().toList());
    var known = requests.findAll(ids.values());
    var holders = new HashMap<String, String>();
    return found.stream()
        .map(
            task -> {
              UUID id = ids.get(task.processInstanceKey());
              return row(task, id == null ? null : known.get(id), user, language, holders);
            })
        .toList();
  }

  private TaskRow row(
      StaffTask task,
      @Nullable Request request,
      PortalUser user,
      Language language,
      Map<String, String> holders) {
    return new TaskRow(
        task.key(),
        request == null || request.number() == null ? "–" : request.number(),
        title(task, language),
        request == null ? "" : subject(request, language),
        request == null ? "" : names.place(request.district()).in(language),
        dueWords.of(dueDay(task, request), language),
        task.createdAt(),
        priority(task),
        task.assignee() == null
            ? null
            : holders.computeIfAbsent(task.assignee(), name -> displayName(name, language)),
        task.isHeldBy(user),
        task.isClaimableBy(user),
        request != null && CaseRights.mayOpen(user, List.of(task)));
  }

  String title(StaffTask task, Language language) {
    return texts.find("tasks.kind." + task.element(), language).orElse(task.element());
  }

  String displayName(String userName, Language language) {
    return users.find(userName).map(user -> user.displayName().in(language)).orElse(userName);
  }

  private String subject(Request request, Language language) {
    return request.caseType().equals("SERVICE")
        ? names.service(request.serviceCode()).in(language)
        : names.subType(request.subType()).in(language)
            + " · "
            + names.topic(request.topic()).in(language);
  }

  private static @Nullable LocalDate dueDay(StaffTask task, @Nullable Request request) {
    var deadline = request == null ? null : request.deadline();
    if (deadline != null) {
      return deadline.dueDate();
    }
    var dueAt = task.dueAt();
    return dueAt == null ? null : dueAt.atZoneSameInstant(PortalClock.OFFICE).toLocalDate();
  }

  private static String priority(StaffTask task) {
    if (task.priority() >= URGENT) {
      return "urgent";
    }
    return task.priority() >= HIGH ? "high" : "normal";
  }
}
