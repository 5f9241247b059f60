package uz.yagona.signing.verify;

import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The library's policy with those constraints raised that a forger would pass: by default an
 * overlay, a stamp, a changed font or a broken timestamp is only a warning.
 */
final class StrictPolicy {
  private static final String LIBRARY_POLICY = "/policy/constraint.xml";
  private static final List<String> RAISED =
      List.of(
          "UndefinedChanges",
          "DocMDP",
          "FieldMDP",
          "SigFieldLock",
          "PdfAnnotationOverlap",
          "PdfVisualDifference",
          "ByteRangeCollision",
          "StructuralValidation");
  private static final String UNSIGNED = "<UnsignedAttributes>";

  private StrictPolicy() {}

  static ValidationPolicy load() {
    var bytes = strict(libraryPolicy()).getBytes(StandardCharsets.UTF_8);
    return ValidationPolicyLoader.fromValidationPolicy(new ByteArrayInputStream(bytes))
        .withDefaultCryptographicSuite()
        .create();
  }

  /** Fails when the library's file no longer holds a constraint: it must never be lost unseen. */
  static String strict(String policy) {
    var strict = policy;
    for (var constraint : RAISED) {
      var weak = "<%s Level=\"WARN\"".formatted(constraint);
      if (!strict.contains(weak)) {
        throw missing(constraint);
      }
      strict = strict.replace(weak, "<%s Level=\"FAIL\"".formatted(constraint));
    }
    if (!strict.contains(UNSIGNED)) {
      throw missing(UNSIGNED);
    }
    return strict.replaceFirst(UNSIGNED, UNSIGNED + "<TLevelTimeStamp Level=\"FAIL\"/>");
  }

  static String libraryPolicy() {
    try (var in = StrictPolicy.class.getResourceAsStream(LIBRARY_POLICY)) {
      if (in == null) {
        throw missing(LIBRARY_POLICY);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IllegalStateException missing(String what) {
    return new IllegalStateException(
        "Expected %s in the signature library's policy, but it is missing".formatted(what));
  }
}
