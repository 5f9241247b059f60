package uz.yagona.portal.operations;

import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.forms.Language;
import uz.yagona.portal.diagram.Diagrams;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.user.PortalUser;

/** Process instances: list, one with its diagram, cancel. */
@Controller
class InstanceController {
  private static final int MOST_FOUND = 50;

  /** Texts that officials typed; an operator has no purpose to read them. */
  private static final Set<String> HIDDEN = Set.of("forwardReason", "returnReason");

  private final Instances instances;
  private final Diagrams diagrams;
  private final Requests requests;
  private final Journal journal;

  InstanceController(Instances instances, Diagrams diagrams, Requests requests, Journal journal) {
    this.instances = instances;
    this.diagrams = diagrams;
    this.requests = requests;
    this.journal = journal;
  }

  /** One tab. */
  record TabLink(String word, String href, boolean current) {}

  /** A variable; {@code value} is {@code null} when it is not shown. */
  record ShownVariable(String name, @Nullable String value) {}

  @GetMapping("/operations")
  String list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "1") int page,
      PortalUser user,
      Model model) {
    var query = InstanceQuery.of(state, q, page);
    var wanted = matching(query, user);
    model.addAttribute("query", query);
    model.addAttribute(
        "tabs",
        Arrays.stream(InstanceQuery.State.values())
            .map(
                each -> {
                  var other = query.in(each);
                  return new TabLink(other.stateWord(), other.href(), each == query.state());
                })
            .toList());
    List<ProcessInstance> found = List.of();
    long total = 0;
    if (wanted == null || !wanted.isEmpty()) {
      var answer = instances.search(query, wanted);
      found = answer.items();
      total = answer.page().totalItems();
    }
    model.addAttribute("instances", found);
    model.addAttribute("total", total);
    model.addAttribute("previous", query.page() > 1 ? query.at(query.page() - 1).href() : null);
    model.addAttribute(
        "next",
        query.from() + InstanceQuery.PAGE_SIZE < total ? query.at(query.page() + 1).href() : null);
    return "portal/operations/list";
  }

  @GetMapping("/operations/instances/{key}")
  String show(@PathVariable long key, Language language, Model model) {
    var instance = find(key);
    var names = diagrams.names(instance.getProcessDefinitionKey(), language);
    model.addAttribute("instance", instance);
    model.addAttribute("state", diagrams.state(key).json());
    model.addAttribute("elements", diagrams.elements(key));
    model.addAttribute("names", names);
    model.addAttribute("incidents", instances.incidents(key).items());
    model.addAttribute(
        "variables", instances.variables(key).stream().map(InstanceController::shown).toList());
    return "portal/operations/instance";
  }

  @GetMapping(
      value = "/operations/definitions/{key}/diagram",
      produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<String> diagram(@PathVariable long key, Language language) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(diagrams.xml(key, language));
  }

  @PostMapping("/operations/instances/{key}/cancellation")
  String cancel(@PathVariable long key, PortalUser user, RedirectAttributes redirect) {
    var before = String.valueOf(find(key).getState());
    try {
      instances.cancel(key);
      journal.write(
          user.userName(),
          Action.INCIDENT,
          "instance:" + key,
          Map.of("done", "cancel", "before.state", before, "after.state", "TERMINATED"));
      redirect.addFlashAttribute("flash", Flash.ok("operations.flash.cancelled"));
    } catch (ProblemException e) {
      if (!Instances.isRefusal(e)) {
        throw e;
      }
      redirect.addFlashAttribute("flash", Flash.warn("operations.flash.refused"));
    }
    return "redirect:/operations/instances/" + key;
  }

  /** Requests by number; {@code null} when the text is empty or the key of an instance. */
  private @Nullable Collection<UUID> matching(InstanceQuery query, PortalUser user) {
    return query.text().isEmpty() || query.text().matches("\\d{15,19}")
        ? null
        : requests.search(query.text(), user, MOST_FOUND);
  }

  private ProcessInstance find(long key) {
    return instances
        .find(key)
        .orElseThrow(
            () -> new NotFoundException("Expected process instance " + key + ", but found none"));
  }

  private static ShownVariable shown(Variable variable) {
    return new ShownVariable(
        variable.getName(), HIDDEN.contains(variable.getName()) ? null : variable.getValue());
  }
}
