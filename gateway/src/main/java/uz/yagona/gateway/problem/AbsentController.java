package uz.yagona.gateway.problem;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which parts of the API this engine does not have, instead of "not found". */
@RestController("gatewayAbsentController")
@RequestMapping("/v2")
@SuppressWarnings("DoNotCallSuggester")
final class AbsentController {

  @RequestMapping("/setup/**")
  void setup() {
    throw new NotSupportedException(
        "There is nothing to set up in this engine: the installation's own callers have all rights");
  }

  @RequestMapping({"/system/**", "/usage-metrics/**"})
  void system() {
    throw new NotSupportedException(
        "Of the system, this engine tells the usage metrics alone, at /v2/system/usage-metrics");
  }
}
