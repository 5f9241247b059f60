package uz.yagona.portal.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.forms.Language;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.law.LegalParams;
import uz.yagona.portal.naming.Names;
import uz.yagona.portal.request.CaseValue;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.request.Review;
import uz.yagona.portal.request.Reviews;
import uz.yagona.portal.text.Texts;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Users;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Purpose;

/** Puts together what D-28 prints; the read of the vault is journaled with purpose DOCUMENT. */
@Component
class DecisionDocuments {
  private static final String READER = "signing";
  private static final List<String> PRINTED =
      List.of("applicantKind", "name", "street", "house", "address");

  private final Requests requests;
  private final Reviews reviews;
  private final Users users;
  private final Names names;
  private final Texts texts;
  private final LegalParams params;

  DecisionDocuments(
      Requests requests,
      Reviews reviews,
      Users users,
      Names names,
      Texts texts,
      LegalParams params) {
    this.requests = requests;
    this.reviews = reviews;
    this.users = users;
    this.names = names;
    this.texts = texts;
    this.params = params;
  }

  /**
   * @throws DecisionMissingException when nobody has worked out a decision yet
   */
  @Transactional
  public DecisionDocument of(UUID requestId) {
    var request = requests.get(requestId);
    var access = new Access(READER, Purpose.DOCUMENT, request.journalObject());
    var decision =
        reviews
            .lastDecision(requestId, access)
            .orElseThrow(() -> new DecisionMissingException(requestId));
    var answers =
        requests.values(request, PRINTED, access).stream()
            .filter(value -> value.value() != null)
            .collect(
                Collectors.toMap(
                    CaseValue::fieldId, value -> Objects.requireNonNull(value.value()).toString()));
    return document(request, decision, answers);
  }

  private DecisionDocument document(Request request, Review decision, Map<String, String> answers) {
    var language = request.language();
    var deadline = request.deadline();
    var isRefused = decision.outcome().equals("REFUSE");
    var author = author(decision.author());
    return new DecisionDocument(
        request.requestId().toString(),
        request.number(),
        request.filedAt(),
        deadline == null ? null : deadline.dueDate(),
        language.tag(),
        request.serviceCode(),
        names.service(request.serviceCode()).in(language),
        request.caseType(),
        request.subType(),
        names.subType(request.subType()).in(language),
        names.topic(request.topic()).in(language),
        names.place(request.region()).in(language),
        names.place(request.district()).in(language),
        applicant(answers),
        body(author, language),
        executor(author, language),
        decision.outcome(),
        decision.text("facts"),
        decision.text("norm"),
        decision.text("decision"),
        isRefused ? decision.text("cure") : null,
        appealText(decision, language),
        request.caseType().equals("SERVICE") ? certificate(request, decision, answers) : null);
  }

  private PortalUser author(String userName) {
    return users.find(userName).orElseThrow(() -> new UnknownStaffException(userName));
  }

  private static DecisionDocument.Applicant applicant(Map<String, String> answers) {
    var isBusiness = "BUSINESS".equals(answers.get("applicantKind"));
    return new DecisionDocument.Applicant(
        isBusiness ? "ORGANISATION" : "PERSON", answers.getOrDefault("name", ""));
  }

  private DecisionDocument.Body body(PortalUser author, Language language) {
    var post = author.post();
    var code = post == null ? "" : post.body();
    return new DecisionDocument.Body(code, names.body(code).in(language));
  }

  private static DecisionDocument.Executor executor(PortalUser author, Language language) {
    var post = author.post();
    return new DecisionDocument.Executor(
        author.userName(),
        author.displayName().in(language),
        post == null ? "" : post.position().in(language));
  }

  /** The numbers are those in force on the day of the decision, so that a repeat gives the same. */
  private String appealText(Review decision, Language language) {
    var day = LocalDate.ofInstant(decision.storedAt(), PortalClock.OFFICE);
    return texts.of("decision.appeal", language, params.get("appeal-window", day).number());
  }

  private DecisionDocument.Certificate certificate(
      Request request, Review decision, Map<String, String> answers) {
    var found = decision.answers().get("registerResult") instanceof Map<?, ?> map ? map : Map.of();
    return new DecisionDocument.Certificate(
        request.cadastreNo(),
        address(answers),
        found.get("inZone") instanceof Boolean inZone ? inZone : null,
        text(found.get("planRef")),
        text(found.get("checkedAt")));
  }

  private static @Nullable String address(Map<String, String> answers) {
    var address =
        Stream.of("street", "house", "address")
            .map(field -> answers.getOrDefault(field, ""))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    return address.isEmpty() ? null : address;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
