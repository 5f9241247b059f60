package uz.yagona.portal.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uz.yagona.portal.signing.DeskClient;
import uz.yagona.portal.signing.DocumentSignature;
import uz.yagona.portal.signing.SigningClient;
import uz.yagona.portal.signing.SigningDocument;

/**
 * Asks the signing worker. The signature of a document on record is verified again, at most once a
 * minute: a revoked certificate or a damaged store must show.
 */
@Component
class DocumentCheck {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int KEPT = 200;
  private static final String NOT_ON_RECORD = "DIGEST_NOT_ON_RECORD";

  private record Seen(Checked checked, Instant at) {}

  private final SigningClient signing;
  private final DeskClient desk;
  private final Clock clock = Clock.systemUTC();
  private final Map<String, Seen> seen =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
              return size() > KEPT;
            }
          });

  DocumentCheck(SigningClient signing, DeskClient desk) {
    this.signing = signing;
    this.desk = desk;
  }

  /**
   * The document of this id. A draft, or one whose signatures are not complete, is nobody's
   * business: it counts as unknown.
   */
  Checked onRecord(String documentId) {
    return signing
        .document(documentId)
        .filter(document -> document.signedSha256() != null && !document.isPartlySigned())
        .map(this::fresh)
        .orElse(Checked.UNKNOWN);
  }

  /** An id can be spelt in many ways, so what was seen is kept under the register's own. */
  private Checked fresh(SigningDocument document) {
    var known = seen.get(document.documentId());
    if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
      return withLaterEnds(known.checked());
    }
    var checked = verified(document).orElse(Checked.UNKNOWN);
    if (checked.document() != null) {
      seen.put(document.documentId(), new Seen(checked, clock.instant()));
    }
    return withLaterEnds(checked);
  }

  /**
   * A file that somebody holds. What the register says of a document is shown with the file on
   * record alone: a forged one could else borrow it, and its title ask for any number.
   */
  Checked file(byte[] bytes) {
    var verification = signing.verify(bytes);
    var known = verification.document();
    var document =
        known == null || verification.reasons().contains(NOT_ON_RECORD)
            ? Optional.<SigningDocument>empty()
            : signing.document(known.documentId());
    var verdict = Verdict.of(verification);
    var isPartlySigned = document.filter(SigningDocument::isPartlySigned).isPresent();
    return withLaterEnds(
        new Checked(
            isPartlySigned && verdict == Verdict.SUPERSEDED ? Verdict.PARTLY_SIGNED : verdict,
            document.orElse(null),
            verification));
  }

  /** Asked anew each time: a revocation must show at once. */
  private Checked withLaterEnds(Checked checked) {
    var document = checked.document();
    if (document == null
        || (checked.verdict() != Verdict.VALID && checked.verdict() != Verdict.SUPERSEDED)) {
      return checked;
    }
    return checked.with(
        document.signatures().stream().flatMap(one -> laterEnd(one).stream()).toList());
  }

  private Optional<LaterEnd> laterEnd(DocumentSignature signature) {
    return desk.certificate(signature.certificateSerial())
        .flatMap(
            certificate -> {
              var at = certificate.revokedAt();
              return at == null || !at.isAfter(signature.signedAt())
                  ? Optional.empty()
                  : Optional.of(new LaterEnd(signature.signerName(), certificate.state(), at));
            });
  }

  /** The id of the signed document with this SHA-256. */
  Optional<String> byDigest(String sha256) {
    return signing
        .bySha256(sha256)
        .filter(document -> sha256.equals(document.signedSha256()))
        .map(SigningDocument::documentId);
  }

  private Optional<Checked> verified(SigningDocument document) {
    return signing
        .content(document.documentId(), "signed")
        .map(
            bytes -> {
              var verification = signing.verify(bytes);
              var verdict = Verdict.of(verification);
              return new Checked(
                  verdict == Verdict.VALID && !document.isInForce() ? Verdict.SUPERSEDED : verdict,
                  document,
                  verification);
            });
  }
}
