package uz.yagona.signing.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature that lies beside the PDF because its algorithm cannot stand in one: a detached PKCS#7
 * by E-IMZO over the file that the signer was shown. It was checked by the vendor's service, not
 * here.
 *
 * @param sha256 of the PKCS#7 file
 * @param field the signature field whose seal stands for it in the PDF
 * @param signer user name
 * @param subjectName the signer's name as the certificate writes it
 * @param certificateSerial as the checking service writes it
 * @param inputSha256 of the file that it covers
 * @param claimedAt time on the signer's computer; {@code null} when the service told none
 * @param checkedAt when the service found it valid
 * @param checker host of the service
 * @param isSimulated whether it is of the simulator, which proves nothing
 */
public record AttachedSignature(
    String sha256,
    String field,
    String signer,
    String subjectName,
    String certificateSerial,
    String inputSha256,
    @Nullable Instant claimedAt,
    Instant checkedAt,
    String checker,
    boolean isSimulated) {

  /** The same, once it is known in which field the seal stands. */
  public AttachedSignature in(String sealedField) {
    return new AttachedSignature(
        sha256,
        sealedField,
        signer,
        subjectName,
        certificateSerial,
        inputSha256,
        claimedAt,
        checkedAt,
        checker,
        isSimulated);
  }
}
