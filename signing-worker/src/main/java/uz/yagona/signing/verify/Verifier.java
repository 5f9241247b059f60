package uz.yagona.signing.verify;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.signing.SigningProperties;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.document.FileOnRecord;
import uz.yagona.signing.document.Sha256;

/**
 * Says whether a file is genuine. The signatures alone cannot tell: a file cut back to an earlier
 * state, or one with bytes behind its end, passes them. So the file must also be the one on record.
 */
@Component
class Verifier {
  private static final Pattern NUMBER = Pattern.compile("UZ-DOC-\\d{4}-\\d{6,}");

  private final PdfIntake intake;
  private final SignatureChecks checks;
  private final Documents documents;

  Verifier(SigningProperties properties, SignatureChecks checks, Documents documents) {
    this.intake = new PdfIntake(properties.verification());
    this.checks = checks;
    this.documents = documents;
  }

  /**
   * The validation report of ETSI TS 119 102-2 on the signatures alone, XML.
   *
   * @throws RefusedFileException when the file is not a readable PDF or goes beyond the limits
   */
  String report(byte[] file) {
    var unused = intake.look(file);
    return checks.report(file);
  }

  Verification verify(byte[] file) {
    var sha256 = Sha256.of(file);
    PdfIntake.Look look;
    try {
      look = intake.look(file);
    } catch (RefusedFileException e) {
      var outcome = e.isPdf() ? Outcome.INDETERMINATE : Outcome.NOT_A_PDF;
      return Verification.of(outcome, sha256, null, List.of(), List.of(), Set.of(Reason.FORMAT));
    }
    var revisions = Revisions.of(file);
    var onRecord = documents.file(sha256);
    var document =
        onRecord
            .map(FileOnRecord::document)
            .or(() -> claimed(revisions, look.title()))
            .orElse(null);
    var signatures = checks.of(file);
    var findings =
        new Findings(
            look,
            revisions,
            document,
            onRecord.isPresent(),
            onRecord.isPresent() && hasLaterSignatures(onRecord.get()));
    var reasons = reasons(findings, signatures);
    return Verification.of(
        outcome(findings, signatures, reasons),
        sha256,
        document,
        document == null ? List.of() : documents.attached(document.documentId()),
        signatures,
        reasons);
  }

  /**
   * What is known beside the signatures.
   *
   * @param isOlderRevision whether the register holds more signatures than the file
   */
  private record Findings(
      PdfIntake.Look look,
      Revisions revisions,
      @Nullable Document document,
      boolean onRecord,
      boolean isOlderRevision) {}

  /** Proof added behind the signatures changes nothing: such a file stays as good as before. */
  private boolean hasLaterSignatures(FileOnRecord file) {
    return file.signatures() < documents.signatures(file.document().documentId()).size();
  }

  /** The document whose file this one starts with, or whose number stands in its title. */
  private Optional<Document> claimed(Revisions revisions, String title) {
    for (var digest : revisions.digestsOfStarts()) {
      var found = documents.file(digest);
      if (found.isPresent()) {
        return found.map(FileOnRecord::document);
      }
    }
    var number = NUMBER.matcher(title);
    return number.find() ? documents.withNumber(number.group()) : Optional.empty();
  }

  private static Set<Reason> reasons(Findings findings, List<SignatureCheck> signatures) {
    var reasons = EnumSet.noneOf(Reason.class);
    signatures.forEach(signature -> reasons.addAll(signature.reasons()));
    if (signatures.isEmpty()) {
      reasons.add(Reason.NO_SIGNATURE);
    }
    if (findings.revisions().hasBytesAfterEnd() || findings.revisions().hasEndOfNothing()) {
      reasons.add(Reason.BYTES_AFTER_END);
    }
    if (findings.look().isActive()) {
      reasons.add(Reason.FORMAT);
    }
    if (findings.isOlderRevision()) {
      reasons.add(Reason.OLDER_REVISION);
    }
    if (!findings.onRecord()) {
      reasons.add(Reason.DIGEST_NOT_ON_RECORD);
    }
    return reasons;
  }

  private static Outcome outcome(
      Findings findings, List<SignatureCheck> signatures, Set<Reason> reasons) {
    var isChangedCopy = findings.document() != null && !findings.onRecord();
    if (signatures.isEmpty()) {
      return isChangedCopy ? Outcome.CHANGED : Outcome.NOT_SIGNED;
    }
    if (isChangedCopy
        || signatures.stream().anyMatch(SignatureCheck::isFailed)
        || reasons.contains(Reason.BYTES_AFTER_END)
        || reasons.contains(Reason.OLDER_REVISION)) {
      return Outcome.CHANGED;
    }
    if (!signatures.stream().allMatch(SignatureCheck::isPassed)
        || reasons.contains(Reason.FORMAT)) {
      return Outcome.INDETERMINATE;
    }
    return findings.onRecord() ? Outcome.VALID : Outcome.VALID_UNKNOWN_DOCUMENT;
  }
}
