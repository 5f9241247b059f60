package uz.yagona.portal.request;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;

/** Messages to applicants, shown in the portal. */
@Service
public class Notices {
  /** Templates that texts exist for. */
  public static final Set<String> TEMPLATES =
      Set.of(
          "request-registered",
          "request-forwarded",
          "applicant-asked",
          "request-decided",
          "request-withdrawn",
          "emergency-access");

  private static final int SHOWN = 100;

  private final NoticeRepository notices;
  private final RequestRepository requests;
  private final Journal journal;
  private final PortalClock clock;

  Notices(
      NoticeRepository notices, RequestRepository requests, Journal journal, PortalClock clock) {
    this.notices = notices;
    this.requests = requests;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Puts a message into the applicant's inbox, once for the same key.
   *
   * @throws IllegalArgumentException for a template without a text
   */
  @Transactional
  public void add(UUID requestId, String template, String idempotencyKey) {
    if (!TEMPLATES.contains(template)) {
      throw new IllegalArgumentException(
          "Expected a template of %s, but found '%s'".formatted(TEMPLATES, template));
    }
    var request =
        requests.find(requestId).orElseThrow(() -> new RequestNotFoundException(requestId));
    if (notices.insert(request, template, idempotencyKey, clock.instant())) {
      journal.write(
          Timeline.SYSTEM,
          Action.NOTICE,
          request.journalObject(),
          Map.of("before.notice", "", "after.notice", template));
    }
  }

  /** Newest first, at most a hundred. */
  @Transactional(readOnly = true)
  public List<Notice> of(String userName) {
    return notices.ofUser(userName, SHOWN);
  }

  @Transactional(readOnly = true)
  public int unread(String userName) {
    return notices.countUnread(userName);
  }

  @Transactional
  public void markRead(String userName) {
    notices.markRead(userName, clock.instant());
  }
}
