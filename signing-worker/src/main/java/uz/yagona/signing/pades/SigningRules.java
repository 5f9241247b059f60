package uz.yagona.signing.pades;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.DocumentState;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.document.SigningPlan;
import uz.yagona.signing.mandate.Substitution;
import uz.yagona.signing.mandate.Substitutions;
import uz.yagona.signing.pki.Credential;
import uz.yagona.signing.pki.Person;
import uz.yagona.signing.pki.TrustedTime;
import uz.yagona.signing.portal.Portal;

/**
 * Who may sign what: the signer is the one who completed the signing task, did not write the
 * decision and stands in the document's plan, or is the registered substitute of one who does; the
 * bytes are those that the signer was shown; the window for signing is open. Refusals are BPMN
 * errors.
 */
@Component
class SigningRules {
  static final String SIGNER_NOT_ENTITLED = "SIGNER_NOT_ENTITLED";
  static final String DIGEST_MISMATCH = "DIGEST_MISMATCH";
  static final String SIGNING_OUT_OF_TURN = "SIGNING_OUT_OF_TURN";
  static final String SIGNING_WINDOW_CLOSED = "SIGNING_WINDOW_CLOSED";
  static final String DOCUMENT_CLOSED = "DOCUMENT_CLOSED";
  private static final String DEFAULT_TASK = "sign-decision";

  private final SigningTasks tasks;
  private final Documents documents;
  private final Substitutions substitutions;
  private final Portal portal;
  private final TrustedTime time;

  SigningRules(
      SigningTasks tasks,
      Documents documents,
      Substitutions substitutions,
      Portal portal,
      TrustedTime time) {
    this.tasks = tasks;
    this.documents = documents;
    this.substitutions = substitutions;
    this.portal = portal;
    this.time = time;
  }

  /**
   * By what right the job's signer signs, after all rules passed that need no lock.
   *
   * @throws BpmnErrorException with one of the codes of this class
   */
  Entitlement entitlement(JobContext job, Document document) {
    var signer = job.text("signer");
    requireAssignee(job, signer);
    if (signer.equals(job.optionalText("reviewer"))) {
      throw notEntitled("Expected the signer not to be the reviewer, but both are " + signer);
    }
    requireOpenWindow(job);
    requireDigest(job, document);
    return entitled(signer, job.optionalText("principal"), document);
  }

  /**
   * By what right the person may sign the document now: as the one the plan names, as registered
   * substitute, or, without a plan, as whoever holds the task.
   */
  Entitlement entitled(String signer, @Nullable String principal, Document document) {
    var plan = documents.plan(document.documentId()).orElse(null);
    return plan == null ? alone(signer, principal, document) : planned(signer, plan, document);
  }

  private Entitlement alone(String signer, @Nullable String principal, Document document) {
    if (principal == null || principal.equals(signer)) {
      return new Entitlement(person(signer, document), null, null, null);
    }
    var order =
        substitutions
            .inForce(principal, signer, document.template())
            .orElseThrow(() -> noMandate(signer, principal, document));
    return substituted(order, null, document);
  }

  private Entitlement planned(String signer, SigningPlan plan, Document document) {
    var open = plan.open(documents.signedFields(document.documentId()));
    for (var place : open) {
      if (place.signer().equals(signer)) {
        return new Entitlement(person(signer, document), place, null, null);
      }
    }
    for (var place : open) {
      var order = substitutions.inForce(place.signer(), signer, document.template());
      if (order.isPresent()) {
        return substituted(order.get(), place, document);
      }
    }
    throw notEntitled(
        "Expected one of %s to sign document %s, or a substitute by order, but it is %s"
            .formatted(
                open.stream().map(SigningPlan.Place::signer).toList(),
                document.documentId(),
                signer));
  }

  private Entitlement substituted(
      Substitution order, SigningPlan.@Nullable Place place, Document document) {
    return new Entitlement(
        person(order.substitute(), document), place, person(order.principal(), document), order);
  }

  private Person person(String userName, Document document) {
    try {
      return portal.person(userName, document.language());
    } catch (NoSuchElementException e) {
      throw notEntitled(
          "Expected %s to be a staff member, but the portal knows none".formatted(userName));
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
      throw notEntitled(
          "Expected the signer to be %s, who completed '%s', but it is %s"
              .formatted(assignee, element, signer));
    }
  }

  private void requireOpenWindow(JobContext job) {
    var signBy = job.optionalText("signBy");
    if (signBy == null) {
      return;
    }
    try {
      if (time.now().isAfter(OffsetDateTime.parse(signBy).toInstant())) {
        throw new BpmnErrorException(
            SIGNING_WINDOW_CLOSED,
            "Expected a signature until %s, but it came later".formatted(signBy));
      }
    } catch (DateTimeException e) {
      throw JobException.permanent(
          "Expected variable 'signBy' to be a time with offset, but it is '%s'".formatted(signBy));
    }
  }

  /** The document is the reviewed one, and the signer was shown it with all its pages. */
  private void requireDigest(JobContext job, Document document) {
    var draft = job.text("documentDigest");
    if (!draft.equals(document.draftSha256())) {
      throw mismatch("documentDigest", draft, document);
    }
    requireShown(job.text("signedDigest"), document);
  }

  /** What the signer was shown is the newest file, or its beginning. */
  void requireShown(String shown, Document document) {
    if (!shown.equals(document.currentSha256()) && !isEarlierState(shown, document)) {
      throw mismatch("signedDigest", shown, document);
    }
  }

  /**
   * Signatures are added behind the file: what was shown must be the beginning of what is there.
   */
  private boolean isEarlierState(String digest, Document document) {
    var found = documents.file(digest);
    if (found.isEmpty() || !found.get().document().documentId().equals(document.documentId())) {
      return false;
    }
    var shown = documents.content(digest);
    var current = documents.content(document.currentSha256());
    return shown.length <= current.length
        && Arrays.equals(shown, 0, shown.length, current, 0, shown.length);
  }

  private static BpmnErrorException mismatch(String variable, String digest, Document document) {
    return new BpmnErrorException(
        DIGEST_MISMATCH,
        "Expected %s to be that of document %s, %s, but it is %s"
            .formatted(variable, document.documentId(), document.draftSha256(), digest));
  }

  /** The certificate is the signer's own, whoever holds the key. */
  void requireSubject(Credential credential, String userName) {
    var subject = credential.userName().orElse("nobody");
    if (!subject.equals(userName)) {
      throw notEntitled(
          "Expected a certificate of %s, but %s is one of %s"
              .formatted(userName, credential.serial(), subject));
    }
  }

  /** Refuses, while the document is locked, what another signature made impossible meanwhile. */
  void requireOpen(Document document, Entitlement entitlement) {
    var place = entitlement.place();
    if (place == null) {
      if (document.state() != DocumentState.DRAFT) {
        throw closed("a draft", document);
      }
      return;
    }
    var plan = documents.plan(document.documentId()).orElseThrow();
    var signed = documents.signedFields(document.documentId());
    if (document.supersededBy() != null
        || signed.contains(place.field())
        || plan.seal().filter(seal -> signed.contains(seal.field())).isPresent()) {
      throw closed("open for the signature of " + place.signer(), document);
    }
    var next = plan.open(signed).get(0);
    if (plan.ordering() == SigningPlan.Ordering.SEQUENTIAL && !next.equals(place)) {
      throw new BpmnErrorException(
          SIGNING_OUT_OF_TURN,
          "Expected the signature of %s on document %s next, but it is that of %s"
              .formatted(next.signer(), document.documentId(), place.signer()));
    }
  }

  private static BpmnErrorException closed(String wanted, Document document) {
    return new BpmnErrorException(
        DOCUMENT_CLOSED,
        "Expected document %s to be %s, but it is %s"
            .formatted(document.documentId(), wanted, document.state()));
  }

  private static BpmnErrorException noMandate(String signer, String principal, Document document) {
    return notEntitled(
        "Expected an order in force by which %s signs %s in place of %s, but there is none"
            .formatted(signer, document.template(), principal));
  }

  private static BpmnErrorException notEntitled(String message) {
    return new BpmnErrorException(SIGNER_NOT_ENTITLED, message);
  }
}
