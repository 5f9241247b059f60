package uz.yagona.signing.pades;

import java.util.ArrayList;
import java.util.List;
import uz.yagona.signing.Phrases;
import uz.yagona.signing.document.AttachedSignature;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.pki.Credential;

/** What a person's signature says in words: name, office, reason, in whose place. */
final class Assignments {
  private Assignments() {}

  /** A signature with the person's own key. */
  static SignatureMaker.Assignment own(
      long jobKey, Level level, Document document, Entitlement entitlement, Credential credential) {
    var place = entitlement.place();
    var principal = entitlement.principal();
    var order = entitlement.order();
    return new SignatureMaker.Assignment(
        jobKey,
        level,
        credential,
        entitlement.signer().userName(),
        entitlement.signer().displayName(),
        entitlement.signer().position(),
        reason(document, entitlement),
        place == null ? null : place.field(),
        lines(document, entitlement),
        principal == null ? null : principal.userName(),
        order == null ? null : order.substitutionId());
  }

  /** A seal of the organisation for a person whose signature lies beside the PDF. */
  static SignatureMaker.Assignment sealed(
      SignatureMaker.Assignment own,
      AttachedSignature beside,
      String organisation,
      Phrases phrases) {
    var lines = new ArrayList<>(own.lines());
    lines.add(phrases.get("signed.beside", beside.certificateSerial()));
    if (beside.isSimulated()) {
      lines.add(phrases.get("signed.simulated"));
    }
    var reason =
        phrases.get(
            "signed.reason.beside",
            own.reason(),
            organisation,
            beside.subjectName(),
            beside.certificateSerial(),
            beside.sha256());
    return new SignatureMaker.Assignment(
        own.jobKey(),
        own.level(),
        own.credential(),
        own.signer(),
        own.signerName(),
        own.signerPosition(),
        reason,
        own.field(),
        lines,
        own.principal(),
        own.substitutionId());
  }

  private static String reason(Document document, Entitlement entitlement) {
    var phrases = Phrases.in(document.language());
    var principal = entitlement.principal();
    var order = entitlement.order();
    if (principal == null || order == null) {
      return phrases.get("signed.reason", document.documentNumber());
    }
    return phrases.get(
        "signed.reason.substitute",
        document.documentNumber(),
        entitlement.signer().displayName(),
        principal.displayName(),
        order.orderNumber(),
        phrases.date(order.orderDate()));
  }

  private static List<String> lines(Document document, Entitlement entitlement) {
    var signer = entitlement.signer();
    var principal = entitlement.principal();
    var order = entitlement.order();
    var lines = new ArrayList<>(List.of(signer.displayName(), signer.position()));
    if (principal != null && order != null) {
      lines.add(
          Phrases.in(document.language())
              .get("signed.substitute", principal.displayName(), order.orderNumber()));
    }
    return lines;
  }
}
