package uz.yagona.portal.request;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;

/** Warnings about deadlines. */
@Service
public class Escalations {
  private final EscalationRepository escalations;
  private final RequestRepository requests;
  private final Timeline timeline;
  private final Journal journal;
  private final PortalClock clock;

  Escalations(
      EscalationRepository escalations,
      RequestRepository requests,
      Timeline timeline,
      Journal journal,
      PortalClock clock) {
    this.escalations = escalations;
    this.requests = requests;
    this.timeline = timeline;
    this.journal = journal;
    this.clock = clock;
  }

  /** Notes the warning once for the same key. */
  @Transactional
  public void add(
      UUID requestId, int level, String recipient, boolean overdue, String idempotencyKey) {
    if (requests.find(requestId).isEmpty()) {
      throw new RequestNotFoundException(requestId);
    }
    var escalation = new Escalation(level, recipient, overdue, clock.instant());
    if (escalations.insert(requestId, escalation, idempotencyKey)) {
      journal.write(
          Timeline.SYSTEM,
          Action.STATE,
          "request:" + requestId,
          Map.of("before.escalation", "", "after.escalation", level + ":" + recipient));
      timeline.addOnce(
          requestId,
          EventKind.ESCALATED,
          Map.of("level", String.valueOf(level), "recipient", recipient),
          "escalation:" + idempotencyKey);
    }
  }
}
