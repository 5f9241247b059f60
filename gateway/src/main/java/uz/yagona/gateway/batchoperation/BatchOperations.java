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
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.access.CurrentCaller;
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

  BatchOperations(
      Engine engine,
      Searches searches,
      SearchCalls calls,
      BatchOperationRepository operations,
      BatchOperationWorker worker) {
    this.engine = engine;
    this.searches = searches;
    this.calls = calls;
    this.operations = operations;
    this.worker = worker;
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
    operations.insert(key, type, json, caller, engine.clock().instant());
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
    change(key, List.of("CREATED", "ACTIVE", "SUSPENDED"), "CANCELED");
    operations.cancelItems(key);
  }

  void suspend(long key) {
    change(key, List.of("ACTIVE"), "SUSPENDED");
  }

  void resume(long key) {
    change(key, List.of("SUSPENDED"), "ACTIVE");
    worker.wake();
  }

  private void change(long key, List<String> from, String to) {
    var state = calls.get(BatchOperationTable.TABLE, Values.text(key)).text("state");
    if (!operations.change(key, from, to, engine.clock().instant())) {
      throw RejectedException.invalidState(
          "Expected batch operation %d to be one of %s, but it is %s", key, from, state);
    }
  }
}
