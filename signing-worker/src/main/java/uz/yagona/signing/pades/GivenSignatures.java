package uz.yagona.signing.pades;

import java.util.UUID;
import uz.yagona.client.BpmnErrorException;

/** Signatures that people gave for documents and that wait for their {@code pdf-sign} job. */
public interface GivenSignatures {

  /**
   * For whom and what a job wants it.
   *
   * @param signer user name
   */
  record Use(
      UUID remoteSignatureId,
      long jobKey,
      long processInstanceKey,
      UUID documentId,
      String signer) {}

  /**
   * The signature.
   *
   * @throws BpmnErrorException when it was given for another person, document or process, is used,
   *     or its certificate has ended meanwhile
   */
  GivenSignature find(Use use);

  /**
   * Spends it in the running transaction.
   *
   * @throws BpmnErrorException when another job was faster
   */
  void spend(Use use);
}
