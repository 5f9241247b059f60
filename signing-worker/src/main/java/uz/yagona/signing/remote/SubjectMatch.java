package uz.yagona.signing.remote;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a certificate's subject is the person, when no number tells. */
final class SubjectMatch {
  private static final int LEAST_WORDS = 2;

  private SubjectMatch() {}

  /**
   * Whether every word of the portal's name stands in the certificate's, which also has the
   * father's name and is in capitals; apostrophes of any kind do not count. One word is no name.
   */
  static boolean isSameName(String ofPortal, String ofCertificate) {
    var wanted = words(ofPortal);
    return wanted.size() >= LEAST_WORDS && words(ofCertificate).containsAll(wanted);
  }

  private static Set<String> words(String name) {
    return Arrays.stream(
            name.toUpperCase(Locale.ROOT)
                .replaceAll("[\u02bb\u02bc\u2018\u2019`'\u00b4]", "")
                .split("[^\\p{L}-]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
