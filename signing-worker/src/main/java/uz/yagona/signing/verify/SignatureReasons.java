package uz.yagona.signing.verify;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a signature did not pass, in the reasons that the portal explains. */
final class SignatureReasons {
  private SignatureReasons() {}

  static Set<Reason> of(String id, SimpleReport simple, SignatureWrapper signature) {
    var indication = simple.getIndication(id);
    if (indication == Indication.TOTAL_PASSED) {
      return Set.of();
    }
    var subIndication = simple.getSubIndication(id);
    var reason =
        subIndication == null
            ? Reason.FORMAT
            : reason(subIndication, indication == Indication.TOTAL_FAILED);
    if (subIndication == SubIndication.SIG_CONSTRAINTS_FAILURE
        && !hasPassedTimestamp(signature, simple)) {
      reason = Reason.TIMESTAMP_NOT_VALID;
    }
    var time = simple.getBestSignatureTime(id);
    var period = time == null ? null : periodReason(signature, time.toInstant());
    // of a certificate outside its time the library says only that its chain is not conclusive
    if (period != null && reason == Reason.CERTIFICATE_UNTRUSTED) {
      reason = period;
    }
    return EnumSet.of(reason);
  }

  /** Only of a certificate that one of our authorities has issued; else its dates say nothing. */
  private static @Nullable Reason periodReason(SignatureWrapper signature, Instant time) {
    var certificate = signature.getSigningCertificate();
    if (certificate == null || !certificate.isTrustedChain()) {
      return null;
    }
    if (time.isBefore(certificate.getNotBefore().toInstant())) {
      return Reason.CERTIFICATE_NOT_YET_VALID;
    }
    return time.isAfter(certificate.getNotAfter().toInstant()) ? Reason.CERTIFICATE_EXPIRED : null;
  }

  private static boolean hasPassedTimestamp(SignatureWrapper signature, SimpleReport simple) {
    return signature.getSignatureTimestamps().stream()
        .anyMatch(stamp -> simple.getIndication(stamp.getId()) == Indication.PASSED);
  }

  private static Reason reason(SubIndication subIndication, boolean failed) {
    return switch (subIndication) {
      case HASH_FAILURE, SIG_CRYPTO_FAILURE, SIGNED_DATA_NOT_FOUND -> Reason.CHANGED_AFTER_SIGNING;
      case FORMAT_FAILURE -> failed ? Reason.CHANGED_AFTER_SIGNING : Reason.FORMAT;
      case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> Reason.CERTIFICATE_REVOKED;
      case EXPIRED, NOT_YET_VALID, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED ->
          Reason.CERTIFICATE_EXPIRED;
      case NO_CERTIFICATE_CHAIN_FOUND,
          NO_CERTIFICATE_CHAIN_FOUND_NO_POE,
          NO_SIGNING_CERTIFICATE_FOUND,
          CERTIFICATE_CHAIN_GENERAL_FAILURE,
          CHAIN_CONSTRAINTS_FAILURE,
          TRY_LATER ->
          Reason.CERTIFICATE_UNTRUSTED;
      case TIMESTAMP_ORDER_FAILURE -> Reason.TIMESTAMP_NOT_VALID;
      case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE -> Reason.WEAK_ALGORITHM;
      default -> Reason.FORMAT;
    };
  }
}
