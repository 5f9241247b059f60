package uz.yagona.signing.pki;

import java.security.KeyPair;
import java.util.Optional;

/** Where private keys are kept: {@link KeyFiles} or {@link KeyToken}. */
interface Keys {

  /** A fresh key pair, made where it will be kept. */
  KeyPair newKeyPair(KeyAlgorithm algorithm);

  /** The credential kept under {@code name}, if there is one. */
  Optional<Credential> find(String name);

  /** Keeps a credential; replaces what was there. */
  void save(String name, Credential credential);
}
