package uz.yagona.portal.erasure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.law.LegalParams;
import uz.yagona.portal.law.LegalStatus;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.request.Requests;

/** Cases that are open, and closed ones within their term of retention. */
@Component
class LegalHolds {
  private static final int BATCH = 200;
  private static final String RETENTION = "retention-appeals";

  private final Requests requests;
  private final LegalParams law;
  private final PortalClock clock;

  LegalHolds(Requests requests, LegalParams law, PortalClock clock) {
    this.requests = requests;
    this.law = law;
    this.clock = clock;
  }

  /** Empty when nothing stands against the erasure now. */
  List<Hold> of(String userName) {
    var holds = new ArrayList<Hold>();
    var count = requests.countOfApplicant(userName);
    var today = LocalDate.ofInstant(clock.instant(), PortalClock.OFFICE);
    for (var offset = 0; offset < count; offset += BATCH) {
      for (var request : requests.ofApplicant(userName, BATCH, offset)) {
        add(holds, request, today);
      }
    }
    return List.copyOf(holds);
  }

  private void add(List<Hold> holds, Request request, LocalDate today) {
    var number = request.number() == null ? request.requestId().toString() : request.number();
    if (!request.state().isFinal()) {
      holds.add(new Hold("OPEN_CASE", request.requestId(), number, null, "", true));
      return;
    }
    var term = law.get(RETENTION, today);
    var closed = LocalDate.ofInstant(requests.closedAt(request), PortalClock.OFFICE);
    var until = closed.plusYears(term.number());
    if (!until.isBefore(today)) {
      holds.add(
          new Hold(
              "RETENTION",
              request.requestId(),
              number,
              until,
              term.legalRef(),
              term.status() == LegalStatus.VERIFIED));
    }
  }
}
