package uz.yagona.signing.remote;

/** Where the person's key is and what becomes of the signature. */
enum RemoteMethod {
  /** A standard key with a certificate of this PKI: the value is put into the PDF. */
  OWN_KEY,
  /** O'z DSt 1092: the PKCS#7 lies beside the PDF. */
  E_IMZO
}
