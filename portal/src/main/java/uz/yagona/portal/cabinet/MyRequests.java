package uz.yagona.portal.cabinet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.request.Pause;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.request.RequestState;
import uz.yagona.portal.request.Requests;

/** Questions about a request that its applicant's pages ask again and again. */
@Component
class MyRequests {
  private final Requests requests;
  private final PortalClock clock;

  MyRequests(Requests requests, PortalClock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /** The question that the applicant may still answer. */
  Optional<Pause> question(Request request) {
    var isOpen =
        request.state() == RequestState.WAITING_APPLICANT && request.withdrawalAskedAt() == null;
    return isOpen
        ? openQuestion(requests.pauses(request.requestId()), clock.instant())
        : Optional.empty();
  }

  static Optional<Pause> openQuestion(List<Pause> pauses, Instant now) {
    return pauses.stream()
        .filter(pause -> pause.isOpen() && pause.answeredAt() == null)
        .filter(pause -> pause.cureUntil().isAfter(now))
        .findFirst();
  }
}
