package uz.yagona.signing.pki;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The registration desk and the PKI's journal, for the portal's pages. */
@RestController
@RequestMapping("/signing/ca")
class CaOperationController {
  private final RegistrationDesk desk;
  private final PkiJournal journal;

  CaOperationController(RegistrationDesk desk, PkiJournal journal) {
    this.desk = desk;
    this.journal = journal;
  }

  /**
   * A certificate to issue (user, names, document shown; {@code certificationRequest}, PKCS#10 in
   * PEM or Base64, for a key that the person keeps), or a certificate to extend or lift.
   */
  record OperationRequest(
      CaOperation.@Nullable Kind kind,
      @Nullable String userName,
      @Nullable String displayName,
      @Nullable String position,
      @Nullable String identityKind,
      @Nullable Integer months,
      @Nullable String serial,
      @Nullable String requestedBy,
      @Nullable String certificationRequest) {}

  /** The second person's decision; a refusal has a reason. */
  record Decision(@Nullable String decidedBy, @Nullable String reason) {}

  @GetMapping("/operations")
  List<CaOperation> operations(
      @RequestParam(name = "state", defaultValue = "REQUESTED") CaOperation.State state) {
    return desk.in(state);
  }

  @PostMapping("/operations")
  @ResponseStatus(HttpStatus.CREATED)
  CaOperation request(@RequestBody OperationRequest request) {
    return answered(
        () -> {
          var requestedBy = text("requestedBy", request.requestedBy());
          if (request.kind() == null) {
            throw missing("kind");
          }
          if (request.kind() != CaOperation.Kind.ISSUE) {
            return desk.request(request.kind(), text("serial", request.serial()), requestedBy);
          }
          var person =
              new Person(
                  text("userName", request.userName()),
                  text("displayName", request.displayName()),
                  text("position", request.position()));
          var identity = text("identityKind", request.identityKind());
          var key =
              request.certificationRequest() == null
                  ? null
                  : OwnKey.requested(request.certificationRequest());
          return desk.requestIssue(person, identity, request.months(), requestedBy, key);
        });
  }

  @PostMapping("/operations/{operationId}/approval")
  Map<String, String> approve(
      @PathVariable("operationId") UUID operationId, @RequestBody Decision decision) {
    return answered(
        () -> Map.of("serial", desk.approve(operationId, text("decidedBy", decision.decidedBy()))));
  }

  @PostMapping("/operations/{operationId}/refusal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void refuse(@PathVariable("operationId") UUID operationId, @RequestBody Decision decision) {
    answered(
        () -> {
          var decidedBy = text("decidedBy", decision.decidedBy());
          desk.refuse(operationId, decidedBy, text("reason", decision.reason()));
          return operationId;
        });
  }

  @PostMapping("/suspensions/{serial}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void suspend(@PathVariable("serial") String serial, @RequestBody Decision decision) {
    answered(
        () -> {
          desk.suspend(serial, text("decidedBy", decision.decidedBy()));
          return serial;
        });
  }

  @GetMapping("/events")
  List<PkiEvent> events(@RequestParam(name = "after", defaultValue = "0") long after) {
    return journal.after(after);
  }

  /** {@code firstBroken} is missing while the chain is whole. */
  @GetMapping("/events/check")
  Map<String, Object> check() {
    var broken = journal.firstBroken();
    return broken.isPresent()
        ? Map.of("whole", false, "firstBroken", broken.getAsLong())
        : Map.of("whole", true);
  }

  private static <T> T answered(Supplier<T> work) {
    try {
      return work.get();
    } catch (NoSuchElementException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
    }
  }

  private static String text(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw missing(name);
    }
    return value;
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(
        "Expected '%s' to be given, but it is missing".formatted(name));
  }
}
