package uz.yagona.portal.request;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.law.LegalParams;
import uz.yagona.portal.law.WorkingCalendar;

/** Stops the clock of a request while its applicant is asked. */
@Service
public class Pauses {
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private final PauseRepository pauses;
  private final RequestRepository requests;
  private final Timeline timeline;
  private final LegalParams params;
  private final WorkingCalendar calendar;
  private final Journal journal;
  private final PortalClock clock;

  Pauses(
      PauseRepository pauses,
      RequestRepository requests,
      Timeline timeline,
      LegalParams params,
      WorkingCalendar calendar,
      Journal journal,
      PortalClock clock) {
    this.pauses = pauses;
    this.requests = requests;
    this.timeline = timeline;
    this.params = params;
    this.calendar = calendar;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Starts a pause, or finds the one that is open.
   *
   * @param askedFields fields of the request's form that the applicant may change
   * @throws IllegalArgumentException when a field is not in the form
   * @throws RequestStateException when nobody may be asked in the request's state
   */
  @Transactional
  public Pause start(UUID requestId, List<String> askedFields) {
    var request =
        requests.lock(requestId).orElseThrow(() -> new RequestNotFoundException(requestId));
    var open = pauses.open(requestId);
    if (open.isPresent()) {
      return open.get();
    }
    requireFields(request, askedFields);
    Proceedings.requireCanBecome(request, RequestState.WAITING_APPLICANT);
    var now = clock.instant();
    var pause = new Pause(UUID.randomUUID(), requestId, askedFields, now, cureUntil(), null, null);
    pauses.insert(pause);
    requests.putState(requestId, RequestState.WAITING_APPLICANT, now);
    timeline.add(requestId, EventKind.ASKED, Timeline.SYSTEM, Map.of());
    journal.write(
        Timeline.SYSTEM,
        Action.STATE,
        request.journalObject(),
        Map.of(
            "before.state", request.state().name(),
            "after.state", RequestState.WAITING_APPLICANT.name(),
            "before.cureUntil", "",
            "after.cureUntil", pause.cureUntil().toString(),
            "after.askedFields", String.join(",", askedFields)));
    return pause;
  }

  private static void requireFields(Request request, List<String> askedFields) {
    var form = BundledForms.get(request.formKey());
    if (askedFields.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one asked field, but there is none");
    }
    for (var field : askedFields) {
      if (form.field(field).isEmpty()) {
        throw new IllegalArgumentException(
            "Expected a field of form %s, but found '%s'".formatted(form.key(), field));
      }
    }
  }

  /** The end of the last day on which the applicant may answer. */
  private Instant cureUntil() {
    var period = params.get("cure-period", clock.today());
    var last =
        period.unit().equals("WORKING_DAY")
            ? calendar.plusWorkingDays(clock.today(), period.number())
            : clock.today().plusDays(period.number());
    return last.atTime(END_OF_DAY).atZone(PortalClock.OFFICE).toInstant();
  }

  /**
   * Ends the open pause, or finds the last one that was ended.
   *
   * @throws RequestStateException when there was never a pause
   */
  @Transactional
  public Pause end(UUID requestId) {
    if (requests.lock(requestId).isEmpty()) {
      throw new RequestNotFoundException(requestId);
    }
    var open = pauses.open(requestId);
    if (open.isPresent()) {
      pauses.end(open.get().pauseId(), clock.instant());
      journal.write(
          Timeline.SYSTEM,
          Action.STATE,
          "request:" + requestId,
          Map.of("before.pause", "OPEN", "after.pause", "ENDED"));
      timeline.add(requestId, EventKind.RESUMED, Timeline.SYSTEM, Map.of());
    }
    return pauses.find(requestId).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new RequestStateException(
                    "Expected a pause of request %s, but there was none".formatted(requestId)));
  }
}
