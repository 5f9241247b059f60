package uz.yagona.gateway.processdefinition;

import io.camunda.client.protocol.rest.FormResult;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.query.DefinitionFiles;
import uz.yagona.engine.query.OwningDefinitions;
import uz.yagona.engine.query.OwningDefinitions.Kind;
import uz.yagona.engine.query.ProcessDefinitionTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.json.Answers;
import uz.yagona.gateway.resource.Forms;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Deployed processes with their diagrams and start forms. */
@ChecksRights
@RestController("gatewayProcessDefinitionController")
@RequestMapping("/v2/process-definitions")
final class ProcessDefinitionController {
  private final SearchCalls searches;
  private final DefinitionFiles files;
  private final OwningDefinitions owners;

  ProcessDefinitionController(
      SearchCalls searches, DefinitionFiles files, OwningDefinitions owners) {
    this.searches = searches;
    this.files = files;
    this.owners = owners;
  }

  @PostMapping("/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(ProcessDefinitionTable.TABLE, body);
  }

  @GetMapping("/{processDefinitionKey}")
  SearchCalls.Row get(@PathVariable long processDefinitionKey) {
    return searches.get(ProcessDefinitionTable.TABLE, processDefinitionKey);
  }

  @GetMapping("/{processDefinitionKey}/xml")
  ResponseEntity<String> xml(@PathVariable long processDefinitionKey) {
    owners
        .of(Kind.PROCESS_DEFINITION, processDefinitionKey)
        .ifPresent(
            owner ->
                CurrentCaller.get()
                    .require(
                        ResourceType.PROCESS_DEFINITION,
                        PermissionType.READ_PROCESS_DEFINITION,
                        owner.definitionId()));
    return Answers.xml(
        files
            .processXml(processDefinitionKey)
            .orElseThrow(
                () ->
                    RejectedException.notFound(
                        "Expected to find a process definition with key '%d', but there is none",
                        processDefinitionKey)));
  }

  @GetMapping("/{processDefinitionKey}/form")
  ResponseEntity<FormResult> form(@PathVariable long processDefinitionKey) {
    searches.get(ProcessDefinitionTable.TABLE, processDefinitionKey);
    return Forms.answer(files.startForm(processDefinitionKey));
  }
}
