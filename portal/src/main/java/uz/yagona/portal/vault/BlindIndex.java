package uz.yagona.portal.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;

/** Digest that finds equal values without opening any. */
@Component
class BlindIndex {
  private static final Set<String> DIGITS_ONLY = Set.of("pinfl", "stir", "phone");

  private final Keyring ring;

  BlindIndex(Keyring ring) {
    this.ring = ring;
  }

  /** For a value that is being stored. */
  byte[] of(String kind, String value) {
    return of(ring.active(), kind, value);
  }

  /** For a search: while a master key is being replaced, a value may have either digest. */
  List<byte[]> all(String kind, String value) {
    return ring.readable().stream().map(key -> of(key, kind, value)).toList();
  }

  byte[] of(MasterKey key, String kind, String value) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key.blindIndex());
      return mac.doFinal((kind + ":" + normal(kind, value)).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String normal(String kind, String value) {
    return DIGITS_ONLY.contains(kind)
        ? value.replaceAll("\\D", "")
        : value.strip().toLowerCase(Locale.ROOT);
  }
}
