package uz.yagona.signing.verify;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the checking of one signature gave.
 *
 * @param indication main indication of EN 319 102-1, such as {@code TOTAL_PASSED}
 * @param subIndication {@code null} when passed
 * @param signerName common name in the certificate
 * @param signerPosition title in the certificate
 * @param level such as {@code PAdES-B-T}
 * @param signedAt best time at which the signature is proven to exist
 * @param coversWholeFile whether no byte follows what it covers
 * @param messages of the library, in English
 * @param reasons why it did not pass
 */
record SignatureCheck(
    String indication,
    @Nullable String subIndication,
    @Nullable String signerName,
    @Nullable String signerPosition,
    String level,
    @Nullable Instant signedAt,
    boolean coversWholeFile,
    List<String> messages,
    Set<Reason> reasons) {
  static final String PASSED = "TOTAL_PASSED";
  static final String FAILED = "TOTAL_FAILED";

  boolean isPassed() {
    return PASSED.equals(indication);
  }

  boolean isFailed() {
    return FAILED.equals(indication);
  }

  /** The signature's own outcome, in the words of the file's. */
  Outcome outcome() {
    if (isPassed()) {
      return Outcome.VALID;
    }
    return isFailed() ? Outcome.CHANGED : Outcome.INDETERMINATE;
  }
}
