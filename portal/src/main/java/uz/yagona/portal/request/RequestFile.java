package uz.yagona.portal.request;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.forms.submission.SubmissionResult;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;

/** What applicants do to requests: file, answer, withdraw. Always part of a larger transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RequestFile {
  private final RequestRepository requests;
  private final RequestValues values;
  private final PauseRepository pauses;
  private final Timeline timeline;
  private final Journal journal;
  private final FormSources forms;
  private final PortalClock clock;

  RequestFile(
      RequestRepository requests,
      RequestValues values,
      PauseRepository pauses,
      Timeline timeline,
      Journal journal,
      FormSources forms,
      PortalClock clock) {
    this.requests = requests;
    this.values = values;
    this.pauses = pauses;
    this.timeline = timeline;
    this.journal = journal;
    this.forms = forms;
    this.clock = clock;
  }

  /** Adds a request with its checked answers. */
  public void add(NewRequest request, SubmissionResult answers) {
    requests.insert(request);
    forms.keep(request.requestId(), request.formKey());
    var detail = values.store(request.requestId(), request.subjectId(), answers);
    detail.put("service", request.serviceCode());
    detail.put("consent", request.consentVersion());
    detail.put("repeat", String.valueOf(request.repeat()));
    timeline.add(request.requestId(), EventKind.FILED, request.applicant(), Map.of());
    journal.write(
        request.applicant(),
        Action.FILE,
        "request:" + request.requestId(),
        detail,
        request.subjectId());
  }

  public boolean hasSimilar(String applicant, String topic, Instant since) {
    return requests.hasSimilar(applicant, topic, since);
  }

  /**
   * Replaces the asked answers.
   *
   * @throws RequestStateException when no question waits for an answer any more
   */
  public Pause answer(UUID requestId, SubmissionResult answers) {
    var request =
        requests.lock(requestId).orElseThrow(() -> new RequestNotFoundException(requestId));
    var pause =
        pauses
            .open(requestId)
            .filter(open -> request.state() == RequestState.WAITING_APPLICANT)
            .filter(open -> open.answeredAt() == null)
            .filter(open -> open.cureUntil().isAfter(clock.instant()))
            .orElseThrow(
                () ->
                    new RequestStateException(
                        "Expected a question that waits for an answer to request %s, but there is none"
                            .formatted(requestId)));
    var detail = values.store(requestId, request.subjectId(), answers);
    detail.put("fields", String.join(",", pause.askedFields()));
    requests.replaceFacts(
        requestId,
        text(answers, "region", request.region()),
        text(answers, "district", request.district()),
        answers.values().containsKey("cadastreNo")
            ? text(answers, "cadastreNo", "")
            : request.cadastreNo());
    pauses.answered(pause.pauseId(), clock.instant());
    timeline.add(requestId, EventKind.ANSWERED, request.applicant(), Map.of());
    journal.write(
        request.applicant(), Action.ANSWER, request.journalObject(), detail, request.subjectId());
    return pause;
  }

  private static String text(SubmissionResult answers, String field, String otherwise) {
    var value = answers.values().get(field);
    return value == null ? otherwise : value.toString();
  }

  /**
   * Notes that the applicant takes the request back; false when that was noted before.
   *
   * @throws RequestStateException when the request is answered or withdrawn already
   */
  public boolean askWithdrawal(UUID requestId) {
    var request =
        requests.lock(requestId).orElseThrow(() -> new RequestNotFoundException(requestId));
    if (request.withdrawalAskedAt() != null) {
      return false;
    }
    if (request.state().isFinal()) {
      throw new RequestStateException(
          "Expected request %s to be open, but it is %s".formatted(requestId, request.state()));
    }
    requests.askWithdrawal(requestId, clock.instant());
    timeline.add(requestId, EventKind.WITHDRAWAL_ASKED, request.applicant(), Map.of());
    journal.write(
        request.applicant(),
        Action.WITHDRAW,
        request.journalObject(),
        Map.of("before.withdrawal", "", "after.withdrawal", "ASKED"),
        request.subjectId());
    return true;
  }
}
