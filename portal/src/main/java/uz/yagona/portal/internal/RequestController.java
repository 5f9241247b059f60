package uz.yagona.portal.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.portal.law.LegalStatus;
import uz.yagona.portal.request.Deadline;
import uz.yagona.portal.request.DocumentReference;
import uz.yagona.portal.request.Escalations;
import uz.yagona.portal.request.Notices;
import uz.yagona.portal.request.Pauses;
import uz.yagona.portal.request.Proceedings;
import uz.yagona.portal.request.RequestState;
import uz.yagona.portal.request.Requests;

/** What workers and signing tell and ask about a request; docs/internal-api.md. */
@RestController
@RequestMapping("/internal/requests/{requestId}")
class RequestController {
  private static final List<RequestState> STATES_OF_WORKERS =
      List.of(
          RequestState.IN_REVIEW,
          RequestState.SIGNING,
          RequestState.DECIDED,
          RequestState.WITHDRAWN);

  private final Requests requests;
  private final Proceedings proceedings;
  private final Pauses pauses;
  private final Notices notices;
  private final Escalations escalations;
  private final DecisionDocuments documents;

  RequestController(
      Requests requests,
      Proceedings proceedings,
      Pauses pauses,
      Notices notices,
      Escalations escalations,
      DecisionDocuments documents) {
    this.requests = requests;
    this.proceedings = proceedings;
    this.pauses = pauses;
    this.notices = notices;
    this.escalations = escalations;
    this.documents = documents;
  }

  record NumberResponse(String number, Instant filedAt) {}

  record DeadlineBody(
      @Nullable Instant dueAt,
      @Nullable Instant at50,
      @Nullable Instant at80,
      @Nullable LocalDate dueDate,
      @Nullable String legalRef,
      @Nullable LegalStatus legalStatus) {}

  record StateBody(@Nullable RequestState state) {}

  record NoticeBody(@Nullable String template, @Nullable String idempotencyKey) {}

  record EscalationBody(
      @Nullable Integer level,
      @Nullable String recipient,
      @Nullable Boolean overdue,
      @Nullable String idempotencyKey) {}

  record PauseBody(@Nullable List<String> askedFields) {}

  record PauseResponse(Instant cureUntil) {}

  record ResumeResponse(long pausedSeconds, @Nullable Instant resumedAt) {}

  record DocumentBody(
      @Nullable String documentId,
      @Nullable String documentNumber,
      @Nullable String sha256,
      boolean signed,
      @Nullable Instant signedAt,
      @Nullable String signer,
      @Nullable String level) {}

  @PostMapping("/number")
  NumberResponse number(@PathVariable UUID requestId) {
    var number = proceedings.register(requestId);
    return new NumberResponse(number, requests.get(requestId).filedAt());
  }

  @PutMapping("/deadline")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deadline(@PathVariable UUID requestId, @RequestBody DeadlineBody body) {
    proceedings.setDeadline(
        requestId,
        new Deadline(
            Required.member(body.dueAt(), "dueAt"),
            Required.member(body.at50(), "at50"),
            Required.member(body.at80(), "at80"),
            Required.member(body.dueDate(), "dueDate"),
            Required.member(body.legalRef(), "legalRef"),
            Required.member(body.legalStatus(), "legalStatus")));
  }

  @PutMapping("/state")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void state(@PathVariable UUID requestId, @RequestBody StateBody body) {
    var state = Required.member(body.state(), "state");
    if (!STATES_OF_WORKERS.contains(state)) {
      throw new IllegalArgumentException(
          "Expected a state of %s, but found %s".formatted(STATES_OF_WORKERS, state));
    }
    proceedings.setState(requestId, state);
  }

  @PostMapping("/notices")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void notice(@PathVariable UUID requestId, @RequestBody NoticeBody body) {
    notices.add(
        requestId,
        Required.member(body.template(), "template"),
        Required.member(body.idempotencyKey(), "idempotencyKey"));
  }

  @PostMapping("/escalations")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void escalation(@PathVariable UUID requestId, @RequestBody EscalationBody body) {
    escalations.add(
        requestId,
        Required.member(body.level(), "level"),
        Required.member(body.recipient(), "recipient"),
        Required.member(body.overdue(), "overdue"),
        Required.member(body.idempotencyKey(), "idempotencyKey"));
  }

  @PostMapping("/pause")
  PauseResponse pause(@PathVariable UUID requestId, @RequestBody PauseBody body) {
    var fields = Required.member(body.askedFields(), "askedFields");
    return new PauseResponse(pauses.start(requestId, fields).cureUntil());
  }

  @PostMapping("/resume")
  ResumeResponse resume(@PathVariable UUID requestId) {
    var pause = pauses.end(requestId);
    return new ResumeResponse(pause.length().toSeconds(), pause.endedAt());
  }

  @GetMapping("/decision-document")
  DecisionDocument decisionDocument(@PathVariable UUID requestId) {
    return documents.of(requestId);
  }

  @PutMapping("/document")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void document(@PathVariable UUID requestId, @RequestBody DocumentBody body) {
    proceedings.setDocument(
        requestId,
        new DocumentReference(
            Required.member(body.documentId(), "documentId"),
            Required.member(body.documentNumber(), "documentNumber"),
            Required.member(body.sha256(), "sha256"),
            body.signed(),
            body.signedAt(),
            body.signer(),
            body.level()));
  }
}
