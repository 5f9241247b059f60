package uz.yagona.portal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static uz.yagona.portal.request.RequestState.DECIDED;
import static uz.yagona.portal.request.RequestState.FILED;
import static uz.yagona.portal.request.RequestState.IN_REVIEW;
import static uz.yagona.portal.request.RequestState.REGISTERED;
import static uz.yagona.portal.request.RequestState.SIGNING;
import static uz.yagona.portal.request.RequestState.WAITING_APPLICANT;
import static uz.yagona.portal.request.RequestState.WITHDRAWN;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestStateTest {
  private static final Map<RequestState, Set<RequestState>> NEXT =
      Map.of(
          FILED, Set.of(REGISTERED, WITHDRAWN),
          REGISTERED, Set.of(IN_REVIEW, WITHDRAWN),
          IN_REVIEW, Set.of(WAITING_APPLICANT, SIGNING, WITHDRAWN),
          WAITING_APPLICANT, Set.of(IN_REVIEW, WITHDRAWN),
          SIGNING, Set.of(IN_REVIEW, DECIDED, WITHDRAWN),
          DECIDED, Set.of(),
          WITHDRAWN, Set.of());

  @Test
  void shouldAllowExactlyTheStepsOfTheTable() {
    for (var from : RequestState.values()) {
      for (var to : RequestState.values()) {
        assertThat(from.canBecome(to))
            .as("%s to %s", from, to)
            .isEqualTo(from == to || NEXT.get(from).contains(to));
      }
    }
  }
}
