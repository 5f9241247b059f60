package uz.yagona.portal.request;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;

/** What the process does to a request. Every call may be repeated and then changes nothing. */
@Service
public class Proceedings {
  private static final String SERIES = "MRJ";

  private final RequestRepository requests;
  private final NumberRepository numbers;
  private final Timeline timeline;
  private final Journal journal;
  private final PortalClock clock;

  Proceedings(
      RequestRepository requests,
      NumberRepository numbers,
      Timeline timeline,
      Journal journal,
      PortalClock clock) {
    this.requests = requests;
    this.numbers = numbers;
    this.timeline = timeline;
    this.journal = journal;
    this.clock = clock;
  }

  /** Gives the number {@code UZ-MRJ-2026-000001}, once; numbers of a year have no gaps. */
  @Transactional
  public String register(UUID requestId) {
    var request = lock(requestId);
    if (request.number() != null) {
      return request.number();
    }
    var now = clock.instant();
    var year = LocalDate.ofInstant(now, PortalClock.OFFICE).getYear();
    var number = "UZ-%s-%d-%06d".formatted(SERIES, year, numbers.next(SERIES, year));
    requests.putNumber(requestId, number, now);
    if (request.state() == RequestState.FILED) {
      requests.putState(requestId, RequestState.REGISTERED, now);
    }
    timeline.addOnce(requestId, EventKind.REGISTERED, Map.of("number", number), "registered");
    journal.write(
        Timeline.SYSTEM,
        Action.REGISTER,
        request.journalObject(),
        Map.of("before.number", "", "after.number", number));
    return number;
  }

  /** Puts the deadline; a later call replaces it. */
  @Transactional
  public void setDeadline(UUID requestId, Deadline deadline) {
    var request = lock(requestId);
    if (deadline.equals(request.deadline())) {
      return;
    }
    requests.putDeadline(requestId, deadline);
    timeline.addOnce(
        requestId,
        EventKind.DEADLINE,
        Map.of("dueDate", deadline.dueDate().toString()),
        "deadline:" + deadline.dueAt());
    var before = request.deadline();
    note(
        request,
        "dueAt",
        before == null ? "" : before.dueAt().toString(),
        deadline.dueAt().toString());
  }

  /**
   * @throws RequestStateException when the request's state cannot be followed by {@code next}
   */
  @Transactional
  public void setState(UUID requestId, RequestState next) {
    var request = lock(requestId);
    requireCanBecome(request, next);
    if (request.state() == next) {
      return;
    }
    requests.putState(requestId, next, clock.instant());
    timeline.add(requestId, EventKind.valueOf(next.name()), Timeline.SYSTEM, Map.of());
    note(request, "state", request.state().name(), next.name());
  }

  static void requireCanBecome(Request request, RequestState next) {
    if (!request.state().canBecome(next)) {
      throw new RequestStateException(
          "Expected request %s in a state that may become %s, but it is %s"
              .formatted(request.requestId(), next, request.state()));
    }
  }

  /** Puts the document that the pages offer. */
  @Transactional
  public void setDocument(UUID requestId, DocumentReference document) {
    var request = lock(requestId);
    requests.putDocument(requestId, document);
    var before = request.document();
    note(
        request,
        "document",
        before == null ? "" : before.documentId() + ":" + before.sha256(),
        document.documentId() + ":" + document.sha256());
    timeline.addOnce(
        requestId,
        document.signed() ? EventKind.SIGNED : EventKind.DOCUMENT,
        Map.of("documentNumber", document.documentNumber()),
        "document:%s:%s".formatted(document.documentId(), document.signed()));
  }

  /** Journals what the process changed; a repeated call changes nothing. */
  private void note(Request request, String what, String before, String after) {
    if (!before.equals(after)) {
      journal.write(
          Timeline.SYSTEM,
          Action.STATE,
          request.journalObject(),
          Map.of("before." + what, before, "after." + what, after));
    }
  }

  private Request lock(UUID requestId) {
    return requests.lock(requestId).orElseThrow(() -> new RequestNotFoundException(requestId));
  }
}
