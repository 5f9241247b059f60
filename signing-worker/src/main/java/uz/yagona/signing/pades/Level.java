package uz.yagona.signing.pades;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.util.Arrays;
import java.util.Optional;

/** Baseline levels of PAdES (ETSI EN 319 142-1, 6). */
public enum Level {
  B_B("B-B", SignatureLevel.PAdES_BASELINE_B),
  B_T("B-T", SignatureLevel.PAdES_BASELINE_T),
  B_LT("B-LT", SignatureLevel.PAdES_BASELINE_LT),
  B_LTA("B-LTA", SignatureLevel.PAdES_BASELINE_LTA);

  private final String code;
  private final SignatureLevel library;

  Level(String code, SignatureLevel library) {
    this.code = code;
    this.library = library;
  }

  /** The level with this code, as in the header {@code level} of a {@code pdf-sign} job. */
  public static Optional<Level> of(String code) {
    return Arrays.stream(values()).filter(level -> level.code.equals(code)).findFirst();
  }

  /** The name people know it by, such as {@code PAdES-B-T}. */
  public String label() {
    return "PAdES-" + code;
  }

  SignatureLevel library() {
    return library;
  }

  /** The label of a level that the library found in a file. */
  public static String label(SignatureLevel found) {
    return Arrays.stream(values())
        .filter(level -> level.library == found)
        .findFirst()
        .map(Level::label)
        .orElse(found.toString());
  }
}
