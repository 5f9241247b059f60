package uz.yagona.signing.render;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.signing.InstallationProperties;
import uz.yagona.signing.Language;
import uz.yagona.signing.SigningProperties;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.DocumentState;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.portal.DecisionDocument;
import uz.yagona.signing.portal.Portal;
import uz.yagona.signing.portal.StoredDocument;

/**
 * Job type {@code pdf-render}: makes the draft of a document and offers it to the portal. A
 * repeated job gives the document of its first run.
 */
@Component
class PdfRenderWorker implements JobTask {
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
    return List.of("requestId");
  }

  @Override
  public Duration lockFor() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var requestId = job.text("requestId");
    var template = template(job.header("template"));
    var document =
        documents
            .madeBy(requestId, job.key())
            .orElseGet(() -> make(template, requestId, job.key()));
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

  private Document make(DocumentTemplate template, String requestId, long jobKey) {
    var content = portal.decisionDocument(requestId);
    var order =
        new Documents.Order(
            template.code(), requestId, content.number(), language(content), jobKey);
    return documents.draft(order, blank -> draw(content, blank));
  }

  private byte[] draw(DecisionDocument content, Documents.Blank blank) {
    var registration =
        new Registration(
            blank.documentId(), blank.documentNumber(), blank.createdAt(), installation.baseUrl());
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

  private static DocumentTemplate template(String code) {
    return DocumentTemplate.of(code)
        .orElseThrow(
            () -> JobException.permanent("Expected template D-28, but it is '%s'".formatted(code)));
  }
}
