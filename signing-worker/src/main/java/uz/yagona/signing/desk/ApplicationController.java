package uz.yagona.signing.desk;

import java.util.List;
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
import uz.yagona.signing.pki.Person;
import uz.yagona.signing.pki.RevocationReason;
import uz.yagona.signing.portal.Officers;

/** What holders apply for, and what officers make of it. */
@RestController
@RequestMapping("/signing/ca/applications")
class ApplicationController {
  private final Applications applications;
  private final Officers officers;

  ApplicationController(Applications applications, Officers officers) {
    this.applications = applications;
    this.officers = officers;
  }

  /** A wish of a holder; {@code serial} for all but a new certificate. */
  record ApplicationRequest(
      Application.@Nullable Kind kind,
      @Nullable String userName,
      @Nullable String displayName,
      @Nullable String position,
      @Nullable String serial,
      @Nullable Integer months,
      @Nullable RevocationReason reason) {}

  /** What an officer does with it. */
  record Step(
      @Nullable String officer,
      @Nullable String identityKind,
      @Nullable Integer months,
      @Nullable String reason) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Application apply(@RequestBody ApplicationRequest request) {
    return Answers.of(
        () -> {
          var kind = request.kind();
          if (kind == null) {
            throw Answers.missing("kind");
          }
          var person =
              new Person(
                  Answers.text("userName", request.userName()),
                  Answers.text("displayName", request.displayName()),
                  Answers.text("position", request.position()));
          return applications.apply(
              new Applications.Wish(
                  kind, person, request.serial(), request.months(), reason(kind, request)));
        });
  }

  private static @Nullable RevocationReason reason(
      Application.Kind kind, ApplicationRequest request) {
    if (kind != Application.Kind.REVOKE) {
      return null;
    }
    var reason = request.reason();
    if (reason == null || reason == RevocationReason.CERTIFICATE_HOLD) {
      throw new IllegalArgumentException(
          "Expected a reason to revoke for good, but found " + reason);
    }
    return reason;
  }

  /**
   * Open ones, the oldest first; of one holder, the newest first; closed ones, the newest first.
   */
  @GetMapping
  List<Application> list(
      @RequestParam(name = "user", required = false) @Nullable String user,
      @RequestParam(name = "closed", defaultValue = "false") boolean closed) {
    if (user != null) {
      return applications.of(user);
    }
    return closed ? applications.closed() : applications.open();
  }

  @GetMapping("/{applicationId}")
  Application one(@PathVariable("applicationId") UUID applicationId) {
    return Answers.of(() -> applications.get(applicationId));
  }

  @PostMapping("/{applicationId}/taking")
  Application take(@PathVariable("applicationId") UUID applicationId, @RequestBody Step step) {
    return Answers.of(() -> applications.take(applicationId, officer(step)));
  }

  @PostMapping("/{applicationId}/check")
  Application check(@PathVariable("applicationId") UUID applicationId, @RequestBody Step step) {
    return Answers.of(
        () ->
            applications.check(
                applicationId,
                officer(step),
                Answers.text("identityKind", step.identityKind()),
                step.months()));
  }

  @PostMapping("/{applicationId}/refusal")
  Application refuse(@PathVariable("applicationId") UUID applicationId, @RequestBody Step step) {
    return Answers.of(
        () ->
            applications.refuse(
                applicationId, officer(step), Answers.text("reason", step.reason())));
  }

  private String officer(Step step) {
    var officer = Answers.text("officer", step.officer());
    officers.requireRegistrar(officer);
    return officer;
  }
}
