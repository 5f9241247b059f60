package uz.yagona.signing.render;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.signing.InstallationProperties;
import uz.yagona.signing.Language;
import uz.yagona.signing.SigningProperties;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.DocumentState;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.document.SigningPlan;
import uz.yagona.signing.document.SigningPlanParser;
import uz.yagona.signing.portal.DecisionDocument;
import uz.yagona.signing.portal.Portal;
import uz.yagona.signing.portal.StoredDocument;

/**
 * Job type {@code pdf-render}: makes the draft of a document and offers it to the portal. A
 * repeated job gives the document of its first run.
 */
@Component
class PdfRenderWorker implements JobTask {
  private static final String SIGNER_UNKNOWN = "SIGNER_UNKNOWN";

  private final Portal portal;
  private final Documents documents;
  private final InstallationProperties installation;
  private final SigningProperties properties;

  PdfRenderWorker(
      Portal portal,
      Documents documents,
      InstallationProperties installation,
      SigningProperties properties) {
    this.portal = portal;
    this.documents = documents;
    this.installation = installation;
    this.properties = properties;
  }

  @Override
  public String type() {
    return "pdf-render";
  }

  @Override
  public List<String> fetchVariables() {
    return Stream.concat(Stream.of("requestId", "docType"), SigningPlanParser.VARIABLES.stream())
        .toList();
  }

  @Override
  public Duration lockFor() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var requestId = job.text("requestId");
    var template = template(job);
    var document =
        documents.madeBy(requestId, job.key()).orElseGet(() -> make(template, requestId, job));
    if (document.state() == DocumentState.DRAFT) {
      portal.offer(
          requestId,
          StoredDocument.draft(
              document.documentId(), document.documentNumber(), document.draftSha256()));
    }
    return Map.of(
        "documentId", document.documentId().toString(),
        "documentNumber", document.documentNumber(),
        "documentDigest", document.draftSha256());
  }

  private Document make(DocumentTemplate template, String requestId, JobContext job) {
    var content = portal.decisionDocument(requestId);
    var language = language(content);
    var plan = SigningPlanParser.of(job, userName -> printedName(userName, language)).orElse(null);
    var order =
        new Documents.Order(
            template.code(), requestId, content.number(), language, job.key(), plan);
    return documents.draft(order, blank -> draw(content, blank, places(plan)));
  }

  private String printedName(String userName, Language language) {
    try {
      return portal.person(userName, language).displayName();
    } catch (NoSuchElementException e) {
      throw new BpmnErrorException(
          SIGNER_UNKNOWN,
          "Expected %s to be a staff member, but the portal knows none".formatted(userName));
    }
  }

  private static List<SignaturePlace> places(@Nullable SigningPlan plan) {
    return plan == null
        ? SignaturePlace.HEAD
        : plan.places().stream()
            .map(place -> new SignaturePlace(place.field(), place.name()))
            .toList();
  }

  private byte[] draw(
      DecisionDocument content, Documents.Blank blank, List<SignaturePlace> places) {
    var registration =
        new Registration(
            blank.documentId(),
            blank.documentNumber(),
            blank.createdAt(),
            installation.baseUrl(),
            places);
    return DecisionLayout.draw(content, registration, properties.zone());
  }

  private static Language language(DecisionDocument content) {
    try {
      return Language.of(content.language());
    } catch (IllegalArgumentException e) {
      throw JobException.permanent(
          "Expected the language of request %s to be one of uz-Latn, uz-Cyrl, ru, en, but it is %s"
              .formatted(content.requestId(), content.language()));
    }
  }

  /** What the header says; without one, variable {@code docType}. */
  private static DocumentTemplate template(JobContext job) {
    var header = job.headers().get("template");
    var code = header == null ? job.text("docType") : header;
    return DocumentTemplate.of(code)
        .orElseThrow(
            () -> JobException.permanent("Expected template D-28, but it is '%s'".formatted(code)));
  }
}
