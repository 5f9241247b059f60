package uz.yagona.portal.staff;

import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.enums.UserTaskState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.forms.PersonalDataClass;
import uz.yagona.forms.submission.SubmissionResult;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.request.FormSources;
import uz.yagona.portal.request.Reviews;
import uz.yagona.portal.user.PortalUser;

/**
 * Ends a task: the texts go to the case first, then the engine hears the outcome. When the engine
 * refuses, the texts are taken back; when it does not answer, they stay for the next try.
 */
@Component
class Completion {
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final Tasks tasks;
  private final Reviews reviews;
  private final Journal journal;
  private final FormSources forms;

  /**
   * What an official answered.
   *
   * @param texts by field of the form, kept with the case
   */
  record Answer(String outcome, Map<String, @Nullable Object> texts) {
    static Answer of(SubmissionResult result) {
      return new Answer(
          String.valueOf(result.outcome()), result.jsonValues(PersonalDataClass.values()));
    }

    Answer with(String field, Object value) {
      var more = new LinkedHashMap<>(texts);
      more.put(field, value);
      return new Answer(outcome, more);
    }
  }

  Completion(Tasks tasks, Reviews reviews, Journal journal, FormSources forms) {
    this.tasks = tasks;
    this.reviews = reviews;
    this.journal = journal;
    this.forms = forms;
  }

  /**
   * Whether the task ended with this answer; {@code false} when somebody or something was faster.
   */
  boolean review(
      StaffTask task,
      UUID requestId,
      PortalUser author,
      Answer answer,
      Map<String, Object> variables) {
    var outcome = answer.outcome();
    reviews.store(requestId, key(task), author, outcome, answer.texts());
    if (!completed(task, author, variables)) {
      reviews.discard(key(task));
      return false;
    }
    reviews.completed(requestId, key(task));
    forms.keep(requestId, task.element());
    var action = outcome.equals(SignForm.RETURN) ? Action.RETURN : Action.COMPLETE;
    note(task, requestId, author, action, reviews.marks(requestId, answer.texts()), outcome);
    return true;
  }

  /** As {@link #review}, for a signature: there are no texts to keep. */
  boolean signature(
      StaffTask task, UUID requestId, PortalUser signer, Map<String, Object> variables) {
    if (!completed(task, signer, variables)) {
      return false;
    }
    forms.keep(requestId, task.element());
    note(task, requestId, signer, Action.SIGN, signed(variables), SignForm.SIGN);
    return true;
  }

  /** As {@link #review}, when all of the answer goes to the process. */
  boolean decision(
      StaffTask task,
      UUID requestId,
      PortalUser user,
      String outcome,
      Map<String, Object> variables) {
    if (!completed(task, user, variables)) {
      return false;
    }
    var action = outcome.equals(SignForm.RETURN) ? Action.RETURN : Action.COMPLETE;
    note(task, requestId, user, action, Map.of(), outcome);
    return true;
  }

  /** The document and the way it was signed; the signature on the own device has an entry too. */
  private static Map<String, String> signed(Map<String, Object> variables) {
    var remote = String.valueOf(variables.getOrDefault("remoteSignatureId", ""));
    return remote.isBlank()
        ? Map.of("method", "KEPT_HERE")
        : Map.of("method", "ON_OWN_DEVICE", "remoteSignature", remote);
  }

  private boolean completed(StaffTask task, PortalUser user, Map<String, Object> variables) {
    try {
      tasks.complete(task.key(), variables);
      return true;
    } catch (ProblemException e) {
      if (e.code() != CONFLICT && e.code() != NOT_FOUND) {
        throw e;
      }
      return isCompletedBy(task, user);
    }
  }

  /** A repeated send may meet its own success. */
  private boolean isCompletedBy(StaffTask task, PortalUser user) {
    return tasks
        .find(task.key())
        .filter(found -> found.state() == UserTaskState.COMPLETED && found.isHeldBy(user))
        .isPresent();
  }

  /** Texts stand in the journal as keyed hashes. */
  private void note(
      StaffTask task,
      UUID requestId,
      PortalUser user,
      Action action,
      Map<String, String> marks,
      String outcome) {
    var detail = new HashMap<>(marks);
    detail.put("task", key(task));
    detail.put("outcome", outcome);
    detail.put("before.task", task.state().name());
    detail.put("after.task", UserTaskState.COMPLETED.name());
    journal.write(user.userName(), action, "request:" + requestId, detail);
  }

  private static String key(StaffTask task) {
    return String.valueOf(task.key());
  }
}
