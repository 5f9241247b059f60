package uz.yagona.portal.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** Digest that finds equal values without opening any. */
@Component
class BlindIndex {
  private static final Set<String> DIGITS_ONLY = Set.of("pinfl", "stir", "phone");

  private final SecretKey key;

  BlindIndex(MasterKey master) {
    this.key = master.blindIndex();
  }

  byte[] of(String kind, String value) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
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
