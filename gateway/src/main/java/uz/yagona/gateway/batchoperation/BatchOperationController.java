package uz.yagona.gateway.batchoperation;

import io.camunda.client.protocol.rest.BatchOperationCreatedResult;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.BatchOperationItemTable;
import uz.yagona.engine.query.BatchOperationTable;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.Requires;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.search.SearchAnswer;
import uz.yagona.gateway.search.SearchBody;
import uz.yagona.gateway.search.SearchCalls;

/** Starts, shows and steers batch operations. */
@ChecksRights
@RestController("gatewayBatchOperationController")
@RequestMapping("/v2")
final class BatchOperationController {
  private final BatchOperations operations;
  private final SearchCalls searches;

  BatchOperationController(BatchOperations operations, SearchCalls searches) {
    this.operations = operations;
    this.searches = searches;
  }

  @PostMapping("/process-instances/cancellation")
  BatchOperationCreatedResult cancelInstances(@RequestBody BatchInstruction body) {
    return operations.create(BatchType.CANCEL_PROCESS_INSTANCE, body);
  }

  @PostMapping("/process-instances/deletion")
  BatchOperationCreatedResult deleteInstances(@RequestBody BatchInstruction body) {
    return operations.create(BatchType.DELETE_PROCESS_INSTANCE, body);
  }

  @PostMapping("/process-instances/migration")
  BatchOperationCreatedResult migrateInstances(@RequestBody BatchInstruction body) {
    return operations.create(BatchType.MIGRATE_PROCESS_INSTANCE, body);
  }

  @PostMapping("/process-instances/modification")
  BatchOperationCreatedResult modifyInstances(@RequestBody BatchInstruction body) {
    return operations.create(BatchType.MODIFY_PROCESS_INSTANCE, body);
  }

  @PostMapping("/process-instances/incident-resolution")
  BatchOperationCreatedResult resolveIncidents(@RequestBody BatchInstruction body) {
    return operations.create(BatchType.RESOLVE_INCIDENT, body);
  }

  @PostMapping("/process-instances/{processInstanceKey}/incident-resolution")
  BatchOperationCreatedResult resolveIncidentsOf(@PathVariable long processInstanceKey) {
    return operations.create(BatchType.RESOLVE_INCIDENT, processInstanceKey);
  }

  @PostMapping("/decision-instances/deletion")
  BatchOperationCreatedResult deleteDecisionInstances(@RequestBody BatchInstruction body) {
    return operations.create(BatchType.DELETE_DECISION_INSTANCE, body);
  }

  @PostMapping("/batch-operations/search")
  SearchAnswer search(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(BatchOperationTable.TABLE, body);
  }

  @PostMapping("/batch-operation-items/search")
  SearchAnswer items(@RequestBody(required = false) @Nullable SearchBody body) {
    return searches.search(BatchOperationItemTable.TABLE, body);
  }

  @GetMapping("/batch-operations/{batchOperationKey}")
  SearchCalls.Row get(@PathVariable long batchOperationKey) {
    return searches.get(BatchOperationTable.TABLE, Values.text(batchOperationKey));
  }

  @PostMapping("/batch-operations/{batchOperationKey}/cancellation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(resource = ResourceType.BATCH, permission = PermissionType.UPDATE)
  void cancel(@PathVariable long batchOperationKey) {
    operations.cancel(batchOperationKey);
  }

  @PostMapping("/batch-operations/{batchOperationKey}/suspension")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(resource = ResourceType.BATCH, permission = PermissionType.UPDATE)
  void suspend(@PathVariable long batchOperationKey) {
    operations.suspend(batchOperationKey);
  }

  @PostMapping("/batch-operations/{batchOperationKey}/resumption")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(resource = ResourceType.BATCH, permission = PermissionType.UPDATE)
  void resume(@PathVariable long batchOperationKey) {
    operations.resume(batchOperationKey);
  }
}
