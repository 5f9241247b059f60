package uz.yagona.signing.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import uz.yagona.signing.pki.CaOperation;
import uz.yagona.signing.pki.OwnKey;
import uz.yagona.signing.pki.Person;
import uz.yagona.signing.pki.PkiEvent;
import uz.yagona.signing.pki.PkiJournal;
import uz.yagona.signing.pki.RegistrationDesk;
import uz.yagona.signing.portal.Officers;

/** The registration desk and the PKI's journal, for the portal's pages. */
@RestController
@RequestMapping("/signing/ca")
class CaOperationController {
  private final RegistrationDesk desk;
  private final PkiJournal journal;
  private final Officers officers;

  CaOperationController(RegistrationDesk desk, PkiJournal journal, Officers officers) {
    this.desk = desk;
    this.journal = journal;
    this.officers = officers;
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
    return Answers.of(
        () -> {
          var requestedBy = Answers.text("requestedBy", request.requestedBy());
          officers.requireRegistrar(requestedBy);
          if (request.kind() == null) {
            throw Answers.missing("kind");
          }
          if (request.kind() != CaOperation.Kind.ISSUE) {
            return desk.request(
                request.kind(), Answers.text("serial", request.serial()), requestedBy);
          }
          var person =
              new Person(
                  Answers.text("userName", request.userName()),
                  Answers.text("displayName", request.displayName()),
                  Answers.text("position", request.position()));
          var identity = Answers.text("identityKind", request.identityKind());
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
    return Answers.of(() -> Map.of("serial", desk.approve(operationId, officer(decision))));
  }

  @PostMapping("/operations/{operationId}/refusal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void refuse(@PathVariable("operationId") UUID operationId, @RequestBody Decision decision) {
    Answers.of(
        () -> {
          desk.refuse(operationId, officer(decision), Answers.text("reason", decision.reason()));
          return operationId;
        });
  }

  @PostMapping("/suspensions/{serial}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void suspend(@PathVariable("serial") String serial, @RequestBody Decision decision) {
    Answers.of(
        () -> {
          var decidedBy = Answers.text("decidedBy", decision.decidedBy());
          officers.requireRegistrarOr(desk.holder(serial), decidedBy);
          desk.suspend(serial, decidedBy);
          return serial;
        });
  }

  private String officer(Decision decision) {
    var decidedBy = Answers.text("decidedBy", decision.decidedBy());
    officers.requireRegistrar(decidedBy);
    return decidedBy;
  }

  /** Behind {@code after}, the oldest first; with {@code before}, the newest first. */
  @GetMapping("/events")
  List<PkiEvent> events(
      @RequestParam(name = "after", defaultValue = "0") long after,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "object", required = false) @Nullable String object,
      @RequestParam(name = "limit", defaultValue = "100") int limit) {
    return before == null && object == null
        ? journal.after(after)
        : journal.before(before == null ? Long.MAX_VALUE : before, limit, object);
  }

  /** {@code firstBroken} is missing while the chain is whole. */
  @GetMapping("/events/check")
  Map<String, Object> check() {
    var broken = journal.firstBroken();
    return broken.isPresent()
        ? Map.of("whole", false, "firstBroken", broken.getAsLong())
        : Map.of("whole", true);
  }
}
