package uz.yagona.gateway.batchoperation;

import io.camunda.client.protocol.rest.BatchOperationCreatedResult;
import io.camunda.client.protocol.rest.BatchOperationTypeEnum;
import java.util.List;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.query.BatchOperationTable;
import uz.yagona.engine.query.Page;
import uz.yagona.engine.query.ProcessInstanceTable;
import uz.yagona.engine.query.SearchRequest;
import uz.yagona.engine.query.Searches;
import uz.yagona.gateway.GatewayDatabase;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.audit.AuditEntry;
import uz.yagona.gateway.audit.AuditLog;
import uz.yagona.gateway.audit.AuditOperation;
import uz.yagona.gateway.json.ProtocolJson;
import uz.yagona.gateway.json.Values;
import uz.yagona.gateway.search.SearchCalls;

/** Takes and steers batch operations. */
@Component("gatewayBatchOperations")
final class BatchOperations {
  private static final long ANY_INSTANCE = 1;

  private final Engine engine;
  private final Searches searches;
  private final SearchCalls calls;
  private final BatchOperationRepository operations;
  private final BatchOperationWorker worker;
  private final GatewayDatabase database;
  private final AuditLog audit;

  BatchOperations(
      Engine engine,
      Searches searches,
      SearchCalls calls,
      BatchOperationRepository operations,
      BatchOperationWorker worker,
      GatewayDatabase database,
      AuditLog audit) {
    this.engine = engine;
    this.searches = searches;
    this.calls = calls;
    this.operations = operations;
    this.worker = worker;
    this.database = database;
    this.audit = audit;
  }

  /** Checks the instruction, keeps it, and lets the worker begin. */
  BatchOperationCreatedResult create(BatchType type, BatchInstruction instruction) {
    var caller = CurrentCaller.get();
    type.requireFor(caller);
    return create(type, instruction, caller);
  }

  private BatchOperationCreatedResult create(
      BatchType type, BatchInstruction instruction, Caller caller) {
    instruction.commandFor(type, ANY_INSTANCE);
    var filter = BatchOperationWorker.filter(type, instruction);
    searches.search(type.table(), new SearchRequest(filter, List.of(), Page.of(1)));
    var key = engine.newKey();
    var json = ProtocolJson.MAPPER.writeValueAsString(instruction);
    database.inTransaction(
        () -> {
          operations.insert(key, type, json, caller, engine.clock().instant());
          audit.record(AuditEntry.batch(AuditOperation.CREATE, key, type.name()));
          return true;
        });
    worker.wake();
    return created(key, type);
  }

  /** The instance alone, for who may do this to it. */
  BatchOperationCreatedResult create(BatchType type, long processInstanceKey) {
    var caller = CurrentCaller.get();
    calls.get(ProcessInstanceTable.TABLE, processInstanceKey, type.itemsOf(caller));
    var filter = ProtocolJson.MAPPER.createObjectNode();
    filter.put("processInstanceKey", Values.text(processInstanceKey));
    return create(type, new BatchInstruction(filter, null, null, null), caller);
  }

  private static BatchOperationCreatedResult created(long key, BatchType type) {
    return new BatchOperationCreatedResult()
        .batchOperationKey(Values.text(key))
        .batchOperationType(BatchOperationTypeEnum.valueOf(type.name()));
  }

  void cancel(long key) {
    change(AuditOperation.CANCEL, key, List.of("CREATED", "ACTIVE", "SUSPENDED"), "CANCELED");
    operations.cancelItems(key);
  }

  void suspend(long key) {
    change(AuditOperation.SUSPEND, key, List.of("ACTIVE"), "SUSPENDED");
  }

  void resume(long key) {
    change(AuditOperation.RESUME, key, List.of("SUSPENDED"), "ACTIVE");
    worker.wake();
  }

  private void change(AuditOperation operation, long key, List<String> from, String to) {
    var batch = calls.get(BatchOperationTable.TABLE, Values.text(key), null);
    var entry = AuditEntry.batch(operation, key, batch.text("batchOperationType"));
    var isChanged =
        database.inTransaction(
            () -> {
              var changed = operations.change(key, from, to, engine.clock().instant());
              audit.record(changed ? entry : entry.failed());
              return changed;
            });
    if (!isChanged) {
      throw RejectedException.invalidState(
          "Expected batch operation %d to be one of %s, but it is %s",
          key, from, batch.text("state"));
    }
  }
}
