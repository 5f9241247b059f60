package uz.yagona.portal.operations;

import io.camunda.client.api.command.ProblemException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.user.PortalUser;

/** Incidents: what stands still and why; try again. */
@Controller
class IncidentController {
  private static final Map<String, String> INCIDENT_RESOLVED =
      Map.of("done", "resolve", "before.state", "ACTIVE", "after.state", "RESOLVED");
  private static final int MOST_RETRIES = 10;

  private final Instances instances;
  private final Journal journal;

  IncidentController(Instances instances, Journal journal) {
    this.instances = instances;
    this.journal = journal;
  }

  @GetMapping("/operations/incidents")
  String list(Model model) {
    var found = instances.incidents(null);
    model.addAttribute("incidents", found.items());
    model.addAttribute("total", found.page().totalItems());
    return "portal/operations/incidents";
  }

  /**
   * @param instance where the operator came from; 0 for the list of incidents
   */
  @PostMapping("/operations/incidents/{key}/resolution")
  String resolve(
      @PathVariable long key,
      @RequestParam(defaultValue = "1") int retries,
      @RequestParam(defaultValue = "0") long instance,
      PortalUser user,
      RedirectAttributes redirect) {
    try {
      instances.resolve(key, Math.min(Math.max(retries, 1), MOST_RETRIES));
      journal.write(user.userName(), Action.INCIDENT, "incident:" + key, INCIDENT_RESOLVED);
      redirect.addFlashAttribute("flash", Flash.ok("operations.flash.resolved"));
    } catch (ProblemException e) {
      if (!Instances.isRefusal(e)) {
        throw e;
      }
      redirect.addFlashAttribute("flash", Flash.warn("operations.flash.refused"));
    }
    return instance > 0
        ? "redirect:/operations/instances/" + instance
        : "redirect:/operations/incidents";
  }
}
