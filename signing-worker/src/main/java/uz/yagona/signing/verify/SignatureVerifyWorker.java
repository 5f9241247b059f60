package uz.yagona.signing.verify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.signing.document.DocumentIds;
import uz.yagona.signing.document.Documents;

/**
 * Job type {@code signature-verify}: checks a document on record as anybody's file is checked. With
 * the header {@code notValid} = {@code error} a file that is not valid is the BPMN error {@code
 * SIGNATURE_NOT_VALID}, else only the output says so.
 */
@Component
class SignatureVerifyWorker implements JobTask {
  static final String SIGNATURE_NOT_VALID = "SIGNATURE_NOT_VALID";

  private final Documents documents;
  private final Verifier verifier;

  SignatureVerifyWorker(Documents documents, Verifier verifier) {
    this.documents = documents;
    this.verifier = verifier;
  }

  @Override
  public String type() {
    return "signature-verify";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of("documentId");
  }

  @Override
  public Duration lockFor() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var documentId = DocumentIds.of(job);
    var document =
        documents
            .find(documentId)
            .orElseThrow(
                () ->
                    JobException.permanent(
                        "Expected document %s on record, but there is none".formatted(documentId)));
    var verification = verifier.verify(documents.content(document.currentSha256()));
    Map<String, Object> output =
        Map.of(
            "verification",
            Map.of(
                "result", verification.result().name(),
                "reasons", verification.reasons().stream().map(Reason::name).toList(),
                "signatures", verification.signatures().size(),
                "inForce", document.isInForce()));
    if (verification.result() != Outcome.VALID && "error".equals(job.headers().get("notValid"))) {
      throw new BpmnErrorException(
          SIGNATURE_NOT_VALID,
          "Expected document %s to be valid, but it is %s %s"
              .formatted(documentId, verification.result(), verification.reasons()),
          output);
    }
    return output;
  }
}
