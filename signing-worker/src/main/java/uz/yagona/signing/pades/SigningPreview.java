package uz.yagona.signing.pades;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.pki.Credential;

/**
 * The rules of signing while the task is still open, for a person who signs before the task ends.
 * The {@code pdf-sign} job asks all of them again.
 */
@Component
public class SigningPreview {
  private final SigningRules rules;
  private final SigningTasks tasks;
  private final Documents documents;
  private final PadesSigner signer;

  SigningPreview(SigningRules rules, SigningTasks tasks, Documents documents, PadesSigner signer) {
    this.rules = rules;
    this.tasks = tasks;
    this.documents = documents;
    this.signer = signer;
  }

  /**
   * A person at a task.
   *
   * @param principal in whose place the person signs; {@code null} for the own, or when the plan
   *     tells
   * @param shownSha256 of the file that the person was shown
   */
  public record Claim(
      long userTaskKey, String signer, @Nullable String principal, String shownSha256) {}

  /** By what right and in which process a person may sign a document. */
  public static final class Permit {
    private final Document document;
    private final Entitlement entitlement;
    private final long processInstanceKey;

    private Permit(Document document, Entitlement entitlement, long processInstanceKey) {
      this.document = document;
      this.entitlement = entitlement;
      this.processInstanceKey = processInstanceKey;
    }

    /** The process instance of the task. */
    public long processInstanceKey() {
      return processInstanceKey;
    }
  }

  /**
   * Whether this person may sign this file now.
   *
   * @throws BpmnErrorException with the code that the job would end with
   */
  public Permit permit(Claim claim, Document document) {
    var instance =
        tasks
            .openTaskOf(claim.userTaskKey(), claim.signer())
            .orElseThrow(
                () ->
                    new BpmnErrorException(
                        SigningRules.SIGNER_NOT_ENTITLED,
                        "Expected %s to hold task %d, but it is not so"
                            .formatted(claim.signer(), claim.userTaskKey())));
    rules.requireShown(claim.shownSha256(), document);
    var entitlement = rules.entitled(claim.signer(), claim.principal(), document);
    rules.requireOpen(document, entitlement);
    return new Permit(document, entitlement, instance);
  }

  /**
   * What the person's key has to sign.
   *
   * @throws BpmnErrorException when the certificate is another person's, revoked, or not known
   */
  public byte[] dataToSign(Permit permit, Credential credential, Instant claimed) {
    var document = permit.document;
    rules.requireSubject(credential, permit.entitlement.signer().userName());
    // the level adds proof behind the signature and changes nothing of what is signed
    var assignment = Assignments.own(0, Level.B_B, document, permit.entitlement, credential);
    var content = documents.content(document.currentSha256());
    try {
      return signer.dataToSign(content, SignatureMaker.request(assignment, document), claimed);
    } catch (CertificateRefusedException e) {
      throw new BpmnErrorException(
          SignatureMaker.CERTIFICATE_NOT_VALID,
          "Expected certificate %s to be valid and not revoked, but it was refused"
              .formatted(credential.serial()));
    }
  }
}
