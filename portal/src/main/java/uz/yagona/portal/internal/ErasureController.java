package uz.yagona.portal.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.portal.erasure.Erasure;
import uz.yagona.portal.erasure.ErasureGround;
import uz.yagona.portal.erasure.ErasureState;
import uz.yagona.portal.erasure.Erasures;
import uz.yagona.portal.erasure.Hold;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Users;

/** Erasures for the programs of data protection officers; docs/internal-api.md. */
@RestController
@RequestMapping("/internal/erasures")
class ErasureController {
  private final Erasures erasures;
  private final Users users;

  ErasureController(Erasures erasures, Users users) {
    this.erasures = erasures;
    this.users = users;
  }

  record AskBody(
      @Nullable String userName, @Nullable ErasureGround ground, @Nullable String requestedBy) {}

  record DecisionBody(@Nullable String decidedBy) {}

  record RefusalBody(@Nullable String decidedBy, @Nullable String reason) {}

  record ErasureResponse(
      UUID erasureId,
      ErasureGround ground,
      ErasureState state,
      String askedBy,
      Instant askedAt,
      @Nullable String firstBy,
      @Nullable String secondBy,
      @Nullable Instant doneAt,
      Erasure.@Nullable Lost lost,
      List<Hold> holds) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ErasureResponse ask(@RequestBody AskBody body) {
    return response(
        erasures.ask(
            Required.member(body.userName(), "userName"),
            Required.member(body.ground(), "ground"),
            officer(Required.member(body.requestedBy(), "requestedBy"))));
  }

  @GetMapping
  List<ErasureResponse> list() {
    return erasures.newest().stream().map(this::response).toList();
  }

  @GetMapping("/{erasureId}")
  ErasureResponse one(@PathVariable UUID erasureId) {
    return response(erasures.get(erasureId));
  }

  @PostMapping("/{erasureId}/confirmation")
  ErasureResponse confirm(@PathVariable UUID erasureId, @RequestBody DecisionBody body) {
    var officer = officer(Required.member(body.decidedBy(), "decidedBy"));
    return response(erasures.confirm(erasureId, officer));
  }

  @PostMapping("/{erasureId}/refusal")
  ErasureResponse refuse(@PathVariable UUID erasureId, @RequestBody RefusalBody body) {
    var officer = officer(Required.member(body.decidedBy(), "decidedBy"));
    return response(erasures.refuse(erasureId, Required.member(body.reason(), "reason"), officer));
  }

  private PortalUser officer(String userName) {
    return users.find(userName).orElseThrow(() -> new UnknownStaffException(userName));
  }

  private ErasureResponse response(Erasure erasure) {
    return new ErasureResponse(
        erasure.erasureId(),
        erasure.ground(),
        erasure.state(),
        erasure.askedBy(),
        erasure.askedAt(),
        erasure.firstBy(),
        erasure.secondBy(),
        erasure.state() == ErasureState.DONE ? erasure.secondAt() : null,
        erasure.lost(),
        erasure.state().isOpen() ? erasures.holds(erasure.userName()) : List.of());
  }
}
