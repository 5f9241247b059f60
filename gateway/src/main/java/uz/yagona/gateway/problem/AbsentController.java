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
        "There is nothing to set up: the installation's own callers have all rights");
  }

  @RequestMapping("/global-task-listeners/**")
  void globalTaskListeners() {
    throw new NotSupportedException("Global task listeners are not supported by this engine");
  }

  @RequestMapping({"/system/**", "/usage-metrics/**"})
  void system() {
    throw new NotSupportedException("Usage metrics are not kept by this engine");
  }
}
