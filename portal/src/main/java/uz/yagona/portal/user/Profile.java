package uz.yagona.portal.user;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of an applicant beforehand and fills the first form. Kept in the vault.
 *
 * @param values by name: {@code kind} ({@code PERSON} or {@code BUSINESS}), {@code pinfl}, {@code
 *     stir}, {@code name}, {@code phone}, {@code email}, {@code region}, {@code district}, {@code
 *     address}
 */
public record Profile(Map<String, String> values) {
  static final List<String> NAMES =
      List.of("kind", "pinfl", "stir", "name", "phone", "email", "region", "district", "address");
  private static final String PREFIX = "profile.";

  public Profile {
    values = Map.copyOf(values);
  }

  public String name() {
    return values.getOrDefault("name", "");
  }

  static List<String> vaultKinds() {
    return NAMES.stream().map(name -> PREFIX + name).toList();
  }

  static Profile fromVault(Map<String, String> kept) {
    var values = new LinkedHashMap<String, String>();
    kept.forEach((kind, value) -> values.put(kind.substring(PREFIX.length()), value));
    return new Profile(values);
  }

  Map<String, String> toVault() {
    var kept = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> kept.put(PREFIX + name, value));
    return kept;
  }
}
