package uz.yagona.portal.designer;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.Process;
import io.camunda.client.api.search.response.ProcessDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Process definitions through the engine's API. */
@Component
class Definitions {
  private static final int MOST = 500;
  private static final int NOT_FOUND = 404;

  private final CamundaClient client;

  Definitions(CamundaClient client) {
    this.client = client;
  }

  /** By id, newest version first. */
  List<ProcessDefinition> all() {
    return client
        .newProcessDefinitionSearchRequest()
        .sort(sort -> sort.processDefinitionId().asc().version().desc())
        .page(page -> page.limit(MOST))
        .send()
        .join()
        .items();
  }

  Optional<ProcessDefinition> find(long key) {
    try {
      return Optional.of(client.newProcessDefinitionGetRequest(key).send().join());
    } catch (ProblemException e) {
      if (e.code() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  String xml(long key) {
    return client.newProcessDefinitionGetXmlRequest(key).send().join();
  }

  /** Deploys a changed file; empty when the engine found nothing to deploy in it. */
  Optional<Process> deploy(String resourceName, String xml) {
    return client
        .newDeployResourceCommand()
        .addResourceBytes(xml.getBytes(StandardCharsets.UTF_8), resourceName)
        .send()
        .join()
        .getProcesses()
        .stream()
        .findFirst();
  }
}
