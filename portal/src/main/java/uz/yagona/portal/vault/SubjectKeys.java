package uz.yagona.portal.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The key of each person, wrapped by the master key. */
@Component
class SubjectKeys {
  private static final int BYTES = 32;
  private static final int MARK_BYTES = 16;
  private static final String MARK = "yagona-journal-mark-1";
  private static final String HMAC = "HmacSHA256";

  private final Keyring ring;
  private final SubjectRepository subjects;
  private final SecureRandom random = new SecureRandom();

  SubjectKeys(Keyring ring, SubjectRepository subjects) {
    this.ring = ring;
    this.subjects = subjects;
  }

  void create(UUID subjectId, Instant at) {
    var key = new byte[BYTES];
    random.nextBytes(key);
    var master = ring.active();
    subjects.insert(
        new SubjectRepository.Wrapped(
            subjectId,
            SealedBox.seal(master.wrapping(), context(subjectId), key),
            master.fingerprint()),
        at);
  }

  /**
   * @throws VaultException when the person is unknown or erased
   */
  SecretKey of(UUID subjectId) {
    var wrapped =
        subjects
            .findKey(subjectId)
            .orElseThrow(
                () ->
                    new VaultException(
                        "Expected a key for person %s, but there is none or it was erased"
                            .formatted(subjectId)));
    var master = ring.get(wrapped.masterFingerprint());
    return key(SealedBox.open(master.wrapping(), context(subjectId), wrapped.wrappedKey()));
  }

  /** HMAC-SHA-256 with a key made from the person's key for this alone. */
  String mark(UUID subjectId, String text) {
    var own = hmac(of(subjectId).getEncoded(), MARK);
    return "hmac:" + HexFormat.of().formatHex(hmac(own, text), 0, MARK_BYTES);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static SecretKey key(byte[] bytes) {
    return new SecretKeySpec(bytes, "AES");
  }

  static byte[] context(UUID subjectId) {
    return ("subject-key:" + subjectId).getBytes(StandardCharsets.UTF_8);
  }
}
