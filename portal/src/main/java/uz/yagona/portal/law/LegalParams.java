package uz.yagona.portal.law;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** Numbers of the law at a date. */
@Service
public class LegalParams {
  private final LegalParamRepository params;

  LegalParams(LegalParamRepository params) {
    this.params = params;
  }

  /** All in force on that day, by key. */
  public List<LegalParam> inForce(LocalDate at) {
    return params.inForce(at);
  }

  /**
   * The one that holds for everybody.
   *
   * @throws IllegalStateException when none is in force
   */
  public LegalParam get(String key, LocalDate at) {
    return params.inForce(at).stream()
        .filter(param -> param.key().equals(key) && param.customerType().equals("ANY"))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected legal parameter %s in force on %s, but there is none"
                        .formatted(key, at)));
  }
}
