package uz.yagona.portal.filing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.forms.model.FormModel;

/** A service that can be filed; its form has the service's code as key. */
enum FiledService {
  MUROJAAT("murojaat", "APPEAL"),
  DEMOLITION_CERTIFICATE("demolition-certificate", "SERVICE");

  private static final String LAND = "LAND";

  private final String code;
  private final String caseType;

  FiledService(String code, String caseType) {
    this.code = code;
    this.caseType = caseType;
  }

  static Optional<FiledService> find(String code) {
    return Arrays.stream(values()).filter(service -> service.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  String caseType() {
    return caseType;
  }

  FormModel form() {
    return BundledForms.get(code);
  }

  String subType(Map<String, ? extends @Nullable Object> answers) {
    return this == MUROJAAT ? String.valueOf(answers.get("subType")) : name();
  }

  /** What the request is about; a service belongs to one topic. */
  String topic(Map<String, ? extends @Nullable Object> answers) {
    return this == MUROJAAT ? String.valueOf(answers.get("topic")) : LAND;
  }
}
