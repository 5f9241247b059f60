package uz.yagona.signing.pades;

import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.DocumentState;
import uz.yagona.signing.pki.Person;
import uz.yagona.signing.portal.Portal;

/**
 * Who may sign what: the signer is the one who completed the signing task and did not write the
 * decision, and the bytes are those that the signer was shown.
 */
@Component
class SigningRules {
  static final String SIGNER_NOT_ENTITLED = "SIGNER_NOT_ENTITLED";
  static final String DIGEST_MISMATCH = "DIGEST_MISMATCH";
  private static final String DEFAULT_TASK = "sign-decision";

  private final SigningTasks tasks;
  private final Portal portal;

  SigningRules(SigningTasks tasks, Portal portal) {
    this.tasks = tasks;
    this.portal = portal;
  }

  /**
   * The person who signs, after all rules passed.
   *
   * @throws BpmnErrorException with {@link #SIGNER_NOT_ENTITLED} or {@link #DIGEST_MISMATCH}
   */
  Person entitledSigner(JobContext job, Document document) {
    var signer = job.text("signer");
    requireAssignee(job, signer);
    if (signer.equals(job.optionalText("reviewer"))) {
      throw new BpmnErrorException(
          SIGNER_NOT_ENTITLED,
          "Expected the signer not to be the reviewer, but both are " + signer);
    }
    requireDigest(job, document);
    try {
      return portal.person(signer, document.language());
    } catch (NoSuchElementException e) {
      throw new BpmnErrorException(
          SIGNER_NOT_ENTITLED,
          "Expected %s to be a staff member, but the portal knows none".formatted(signer));
    }
  }

  private void requireAssignee(JobContext job, String signer) {
    var element = job.headers().getOrDefault("userTask", DEFAULT_TASK);
    var assignee =
        tasks
            .lastAssignee(job.processInstanceKey(), element)
            .orElseThrow(
                () ->
                    JobException.temporary(
                        "Expected a completed task '%s' with an assignee, but found none"
                            .formatted(element)));
    if (!assignee.equals(signer)) {
      throw new BpmnErrorException(
          SIGNER_NOT_ENTITLED,
          "Expected the signer to be %s, who completed '%s', but it is %s"
              .formatted(assignee, element, signer));
    }
  }

  private static void requireDigest(JobContext job, Document document) {
    requireDigest("documentDigest", job, document);
    requireDigest("signedDigest", job, document);
  }

  private static void requireDigest(String variable, JobContext job, Document document) {
    var digest = job.text(variable);
    if (!digest.equals(document.draftSha256())) {
      throw new BpmnErrorException(
          DIGEST_MISMATCH,
          "Expected %s to be that of document %s, %s, but it is %s"
              .formatted(variable, document.documentId(), document.draftSha256(), digest));
    }
  }

  /** Refuses a document that is signed by another job or out of force. */
  void requireUnsigned(Document document) {
    if (document.state() != DocumentState.DRAFT) {
      throw JobException.permanent(
          "Expected document %s to be a draft, but it is %s"
              .formatted(document.documentId(), document.state()));
    }
  }
}
