package uz.yagona.portal.designer;

import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.response.ProcessDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import uz.yagona.forms.Language;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.text.Texts;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.proof.Digests;

/** The process designer; what it saves becomes a new version through the engine's API. */
@Controller
class DesignerController {
  private static final List<String> TEXTS =
      List.of(
          "problems",
          "noProblems",
          "fromServer",
          "unsaved",
          "deploying",
          "deployed",
          "failed",
          "confirmDeploy");
  private static final int BAD_REQUEST = 400;

  private final Definitions definitions;
  private final ElementTemplates templates;
  private final Journal journal;
  private final Texts texts;

  DesignerController(
      Definitions definitions, ElementTemplates templates, Journal journal, Texts texts) {
    this.definitions = definitions;
    this.templates = templates;
    this.journal = journal;
    this.texts = texts;
  }

  /** What the designer hears after a deployment. */
  record Answer(
      @Nullable String processDefinitionId,
      @Nullable Integer version,
      @Nullable String message,
      List<Rejection.Finding> problems) {}

  @GetMapping("/designer")
  String list(Model model) {
    model.addAttribute("definitions", definitions.all());
    return "portal/designer/list";
  }

  @GetMapping("/designer/{key}")
  String open(@PathVariable long key, Language language, CsrfToken csrf, Model model) {
    model.addAttribute("definition", find(key));
    model.addAttribute("csrfHeader", csrf.getHeaderName());
    model.addAttribute("csrfToken", csrf.getToken());
    var words = new TreeMap<String, String>();
    TEXTS.forEach(
        name -> words.put(name, texts.of("designer.script." + name, language, "{0}", "{1}")));
    model.addAttribute("texts", words);
    return "portal/designer/designer";
  }

  @GetMapping(value = "/designer/{key}/xml", produces = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<byte[]> xml(@PathVariable long key) {
    find(key);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .body(definitions.xml(key).getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping(value = "/designer/templates", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> templates() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(templates.json());
  }

  @PostMapping(value = "/designer/{key}/deployment", consumes = MediaType.APPLICATION_XML_VALUE)
  ResponseEntity<Answer> deploy(
      @PathVariable long key, @RequestBody byte[] xml, PortalUser user, Language language) {
    var before = find(key);
    var name = before.getResourceName();
    try {
      var process = definitions.deploy(name, new String(xml, StandardCharsets.UTF_8));
      if (process.isEmpty()) {
        return refused(texts.of("designer.nothing", language), List.of());
      }
      var deployed = process.get();
      journal.write(
          user.userName(),
          Action.DEPLOY,
          "definition:" + deployed.getBpmnProcessId(),
          Map.of(
              "before.version", String.valueOf(before.getVersion()),
              "after.version", String.valueOf(deployed.getVersion()),
              "after.sha256", Digests.hex(Digests.sha256(xml))));
      return ResponseEntity.ok(
          new Answer(deployed.getBpmnProcessId(), deployed.getVersion(), null, List.of()));
    } catch (ProblemException e) {
      if (e.code() != BAD_REQUEST) {
        throw e;
      }
      var detail =
          e.details() == null || e.details().getDetail() == null ? "" : e.details().getDetail();
      return refused(texts.of("designer.refused", language), Rejection.findings(detail));
    }
  }

  private static ResponseEntity<Answer> refused(String message, List<Rejection.Finding> problems) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .body(new Answer(null, null, message, problems));
  }

  private ProcessDefinition find(long key) {
    return definitions
        .find(key)
        .orElseThrow(
            () -> new NotFoundException("Expected definition " + key + ", but found none"));
  }
}
