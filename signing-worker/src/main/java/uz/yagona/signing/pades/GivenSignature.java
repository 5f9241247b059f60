package uz.yagona.signing.pades;

import java.time.Instant;
import uz.yagona.signing.document.AttachedSignature;
import uz.yagona.signing.pki.Credential;
import uz.yagona.signing.pki.Organisation;

/** What a person has given whose key is not kept here. */
public sealed interface GivenSignature {

  /**
   * A signature value that becomes the PAdES signature.
   *
   * @param inputSha256 of the file that was prepared: the newest one still, or nothing is made
   * @param credential the person's certificate, without its key
   * @param claimed time that the prepared file claims
   * @param dataToSign what was signed
   */
  record Value(
      String inputSha256, Credential credential, Instant claimed, byte[] dataToSign, byte[] value)
      implements GivenSignature {}

  /**
   * A PKCS#7 whose algorithm no PDF can hold: it lies beside the PDF, and the organisation seals.
   *
   * @param signature as it was checked; its field is known when it is used
   */
  record Beside(Organisation organisation, byte[] pkcs7, AttachedSignature signature)
      implements GivenSignature {}
}
