package uz.yagona.gateway.batchoperation;

import io.camunda.client.protocol.rest.BatchOperationCreatedResult;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uz.yagona.engine.query.DefinitionFiles;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.json.ProtocolJson;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.problem.ForbiddenException;

/** Removes the history of what was deployed, as a batch operation. */
@Component("gatewayHistoryDeletion")
public final class HistoryDeletion {
  private final BatchOperations operations;
  private final DefinitionFiles files;

  HistoryDeletion(BatchOperations operations, DefinitionFiles files) {
    this.operations = operations;
    this.files = files;
  }

  /** Whose history, and how it is found. */
  private record History(BatchType type, String field) {}

  private Optional<History> history(long resourceKey) {
    return switch (files.defines(resourceKey)) {
      case PROCESS ->
          Optional.of(new History(BatchType.DELETE_PROCESS_INSTANCE, "processDefinitionKey"));
      case DECISIONS ->
          Optional.of(new History(BatchType.DELETE_DECISION_INSTANCE, "decisionRequirementsKey"));
      case NOTHING -> Optional.empty();
    };
  }

  /** Whether there is, or was, a resource with this key that leaves history when it is used. */
  public boolean isOf(long resourceKey) {
    return history(resourceKey).isPresent();
  }

  /**
   * Refuses callers who may not remove the history of the resource.
   *
   * @throws ForbiddenException naming the permission
   */
  public void require(long resourceKey, Caller caller) {
    history(resourceKey).ifPresent(history -> history.type().requireFor(caller));
  }

  /**
   * Begins to remove finished root instances of a process, or what decisions of a file gave; forms
   * and other files have no history. Instances that still run keep theirs.
   */
  public Optional<BatchOperationCreatedResult> begin(long resourceKey) {
    return history(resourceKey)
        .map(
            history -> {
              var filter = ProtocolJson.MAPPER.createObjectNode();
              filter.put(history.field(), Values.text(resourceKey));
              var instruction = new BatchInstruction(filter, null, null, null);
              return operations.create(history.type(), instruction);
            });
  }
}
