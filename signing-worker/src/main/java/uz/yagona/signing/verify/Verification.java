package uz.yagona.signing.verify;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.yagona.signing.document.AttachedSignature;
import uz.yagona.signing.document.Document;

/**
 * The answer to "is this file genuine?".
 *
 * @param sha256 of the file
 * @param document the document on record that this file is, or claims to be; {@code null} if none
 * @param signatures in the order in which they were made
 * @param reasons why the file is not simply valid; empty when it is
 */
record Verification(
    Outcome result,
    String sha256,
    @Nullable KnownDocument document,
    List<CheckedSignature> signatures,
    List<Reason> reasons) {

  /** A document on record. */
  record KnownDocument(
      UUID documentId, String documentNumber, boolean inForce, List<CheckedElsewhere> attached) {
    static @Nullable KnownDocument of(
        @Nullable Document document, List<AttachedSignature> attached) {
      return document == null
          ? null
          : new KnownDocument(
              document.documentId(),
              document.documentNumber(),
              document.isInForce(),
              attached.stream().map(CheckedElsewhere::of).toList());
    }
  }

  /**
   * A PKCS#7 beside the PDF. Its algorithm is not known here: {@code checker} found it valid at
   * {@code checkedAt}, this check says nothing of it.
   */
  record CheckedElsewhere(
      String sha256,
      String subjectName,
      String certificateSerial,
      String checker,
      OffsetDateTime checkedAt,
      boolean simulated) {
    static CheckedElsewhere of(AttachedSignature one) {
      return new CheckedElsewhere(
          one.sha256(),
          one.subjectName(),
          one.certificateSerial(),
          one.checker(),
          one.checkedAt().atOffset(ZoneOffset.UTC),
          one.isSimulated());
    }
  }

  /** One signature. */
  record CheckedSignature(
      Outcome result,
      String indication,
      @Nullable String subIndication,
      @Nullable String signerName,
      @Nullable String signerPosition,
      String level,
      @Nullable OffsetDateTime signedAt,
      boolean coversWholeFile,
      List<String> messages) {
    static CheckedSignature of(SignatureCheck check) {
      return new CheckedSignature(
          check.outcome(),
          check.indication(),
          check.subIndication(),
          check.signerName(),
          check.signerPosition(),
          check.level(),
          check.signedAt() == null ? null : check.signedAt().atOffset(ZoneOffset.UTC),
          check.coversWholeFile(),
          check.messages());
    }
  }

  static Verification of(
      Outcome result,
      String sha256,
      @Nullable Document document,
      List<AttachedSignature> attached,
      List<SignatureCheck> checks,
      Collection<Reason> reasons) {
    return new Verification(
        result,
        sha256,
        KnownDocument.of(document, attached),
        checks.stream().map(CheckedSignature::of).toList(),
        reasons.stream().sorted().distinct().toList());
  }
}
