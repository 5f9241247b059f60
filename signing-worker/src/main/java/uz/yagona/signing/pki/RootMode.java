package uz.yagona.signing.pki;

/** Where the key of the root authority is kept: in this installation, or apart from it. */
public enum RootMode {
  EMBEDDED,
  OFFLINE
}
