package uz.yagona.gateway.directory;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Checks ids and names of requests. */
final class Names {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9~_.@+-]{1,256}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
  private static final int LONGEST = 512;

  private Names() {}

  /** An id that anybody can write into an address. */
  static String id(String field, @Nullable String id) {
    var given = Values.required(field, id);
    if (!ID.matcher(given).matches()) {
      throw new InvalidRequestException(
          "Expected '%s' of 1 to 256 letters, digits or ~ _ . @ + -, but got '%s'"
              .formatted(field, given));
    }
    return given;
  }

  /** A name for people. */
  static String name(String field, @Nullable String name) {
    return limited(field, Values.required(field, name));
  }

  /** A text for people that may be absent; an empty one counts as absent. */
  static @Nullable String optional(String field, @Nullable String text) {
    return text == null || text.isBlank() ? null : limited(field, text);
  }

  /** An address that may be absent. */
  static @Nullable String email(@Nullable String email) {
    var given = optional("email", email);
    if (given != null && !EMAIL.matcher(given).matches()) {
      throw new InvalidRequestException(
          "Expected 'email' to be an e-mail address, but got '%s'".formatted(given));
    }
    return given;
  }

  private static String limited(String field, String text) {
    if (text.length() > LONGEST) {
      throw new InvalidRequestException(
          "Expected '%s' of at most %d characters, but it has %d"
              .formatted(field, LONGEST, text.length()));
    }
    return text;
  }
}
