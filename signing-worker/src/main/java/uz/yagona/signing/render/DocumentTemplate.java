package uz.yagona.signing.render;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of documents that can be made. */
enum DocumentTemplate {
  DECISION("D-28");

  private final String code;

  DocumentTemplate(String code) {
    this.code = code;
  }

  /** The code in models: header {@code template} of a {@code pdf-render} job. */
  String code() {
    return code;
  }

  static Optional<DocumentTemplate> of(String code) {
    return Arrays.stream(values()).filter(template -> template.code.equals(code)).findFirst();
  }
}
