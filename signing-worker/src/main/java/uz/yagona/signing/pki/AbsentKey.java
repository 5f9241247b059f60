package uz.yagona.signing.pki;

import java.security.PrivateKey;

/** Stands in a {@link Credential} for a key that its holder keeps; signs nothing here. */
record AbsentKey(String algorithm) implements PrivateKey {
  @Override
  public String getAlgorithm() {
    return algorithm;
  }

  @Override
  public String getFormat() {
    return "NONE";
  }

  @Override
  public byte[] getEncoded() {
    return new byte[0];
  }
}
