package uz.yagona.portal.breakglass;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.request.Notices;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;

/**
 * Emergency access. It holds for one case and half an hour, the applicant is told at once, and an
 * auditor says later whether it was justified. It gives the right to read, never to act.
 */
@Service
public class BreakGlass {
  private static final Duration LENGTH = Duration.ofMinutes(30);
  private static final int MOST_AT_ONCE = 3;
  private static final int SHOWN = 200;
  private static final String NOTICE = "emergency-access";

  private final EmergencyRepository emergencies;
  private final Notices notices;
  private final Journal journal;
  private final Clock clock = Clock.systemUTC();

  BreakGlass(EmergencyRepository emergencies, Notices notices, Journal journal) {
    this.emergencies = emergencies;
    this.notices = notices;
    this.journal = journal;
  }

  /**
   * Opens a case for its reader, tells the applicant and journals it.
   *
   * @return empty when the reader has three such rights at this moment
   */
  @Transactional
  public Optional<Emergency> open(
      Request request, EmergencyReason reason, String reference, PortalUser reader) {
    if (!reader.has(Role.STAFF)) {
      throw new AccessDeniedException(
          "Expected an official, but %s is none".formatted(reader.userName()));
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var running = emergencies.running(reader.userName(), now);
    var same =
        running.stream().filter(one -> one.requestId().equals(request.requestId())).findFirst();
    if (same.isPresent() || running.size() >= MOST_AT_ONCE) {
      return same;
    }
    var opened =
        new Emergency(
            UUID.randomUUID(),
            reader.userName(),
            request.requestId(),
            reason,
            reference,
            now,
            now.plus(LENGTH),
            null,
            null,
            null);
    emergencies.insert(opened);
    notices.add(request.requestId(), NOTICE, NOTICE + ":" + opened.grantId());
    note(opened, request);
    return Optional.of(opened);
  }

  private void note(Emergency opened, Request request) {
    journal.write(
        opened.userName(),
        Action.BREAK_GLASS,
        request.journalObject(),
        Map.of(
            "purpose", "EMERGENCY",
            "grant", opened.grantId().toString(),
            "before.access", "",
            "after.access", "READ",
            "reason", opened.reason().name(),
            "reference", opened.reference(),
            "until", opened.expiresAt().toString()),
        request.subjectId());
  }

  /** Whether this person may read the case now, although no right of theirs says so. */
  @Transactional(readOnly = true)
  public boolean isOpenFor(UUID requestId, PortalUser reader) {
    return emergencies.running(reader.userName(), clock.instant()).stream()
        .anyMatch(one -> one.requestId().equals(requestId));
  }

  /** What waits for a verdict, oldest first. */
  @Transactional(readOnly = true)
  public List<Emergency> toReview() {
    return emergencies.toReview(SHOWN);
  }

  /** What has a verdict, newest first. */
  @Transactional(readOnly = true)
  public List<Emergency> reviewed() {
    return emergencies.reviewed(SHOWN);
  }

  /**
   * Writes the verdict of an auditor; false when there was one before.
   *
   * @throws AccessDeniedException for whoever read the case
   */
  @Transactional
  public boolean review(UUID grantId, boolean isJustified, PortalUser auditor) {
    var one =
        emergencies
            .find(grantId)
            .orElseThrow(
                () -> new NotFoundException("Expected grant " + grantId + ", but found none"));
    if (one.userName().equals(auditor.userName())) {
      throw new AccessDeniedException("Expected another person than the reader to review it");
    }
    var verdict = isJustified ? "JUSTIFIED" : "NOT_JUSTIFIED";
    var isFirst = emergencies.review(grantId, auditor.userName(), clock.instant(), verdict);
    if (isFirst) {
      journal.write(
          auditor.userName(),
          Action.BREAK_GLASS_REVIEW,
          "request:" + one.requestId(),
          Map.of(
              "grant",
              grantId.toString(),
              "reader",
              one.userName(),
              "before.verdict",
              "",
              "after.verdict",
              verdict));
    }
    return isFirst;
  }
}
