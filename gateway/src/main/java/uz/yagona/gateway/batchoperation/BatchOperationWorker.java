package uz.yagona.gateway.batchoperation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.EngineUnavailableException;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.engine.query.Filter;
import uz.yagona.engine.query.InvalidSearchException;
import uz.yagona.engine.query.Page;
import uz.yagona.engine.query.SearchRequest;
import uz.yagona.engine.query.Searches;
import uz.yagona.engine.query.Sort;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.batchoperation.BatchOperationRepository.Operation;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.identity.KnownCallers;
import uz.yagona.gateway.json.ProtocolJson;
import uz.yagona.gateway.problem.InvalidRequestException;
import uz.yagona.gateway.problem.Problems;
import uz.yagona.gateway.search.SearchBody;

/**
 * Works off batch operations, one after the other, a few commands at a time, so that other callers
 * are hardly slowed, and with the rights that their callers have meanwhile. What was begun goes on
 * after a restart; an instance may then get its command twice.
 */
@Component("gatewayBatchOperationWorker")
final class BatchOperationWorker implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(BatchOperationWorker.class);
  private static final int SEARCHED = 1_000;
  private static final int AT_ONCE = 50;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Engine engine;
  private final Commands commands;
  private final KnownCallers callers;
  private final Searches searches;
  private final BatchOperationRepository operations;
  private final Semaphore wake = new Semaphore(0);
  private volatile @Nullable Thread thread;

  BatchOperationWorker(
      Engine engine,
      Commands commands,
      KnownCallers callers,
      Searches searches,
      BatchOperationRepository operations) {
    this.engine = engine;
    this.commands = commands;
    this.callers = callers;
    this.searches = searches;
    this.operations = operations;
  }

  /** There is something to do. */
  void wake() {
    wake.release();
  }

  @Override
  public void start() {
    var worker = new Thread(this::run, "gateway-batch-operations");
    worker.setDaemon(true);
    thread = worker;
    worker.start();
  }

  @Override
  public void stop() {
    var worker = thread;
    thread = null;
    if (worker != null) {
      worker.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    while (isRunning()) {
      try {
        if (!engine.topology().active() || !workOnOldest()) {
          wake.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (isRunning()) {
          log.warn("Batch operations pause: {}", e.toString());
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean workOnOldest() {
    var oldest = operations.oldestOpen();
    if (oldest.isEmpty()) {
      return false;
    }
    var operation = oldest.get();
    var instruction =
        ProtocolJson.MAPPER.readValue(operation.instruction(), BatchInstruction.class);
    var caller = callers.of(operation.actorType(), operation.actorId());
    try {
      if (operation.isCreated()) {
        collect(operation, instruction, caller);
        operations.activate(operation.key());
      }
      return execute(operation, instruction, caller);
    } catch (InvalidSearchException | InvalidRequestException e) {
      operations.fail(operation.key(), String.valueOf(e.getMessage()), engine.clock().instant());
      return true;
    }
  }

  private void collect(Operation operation, BatchInstruction instruction, Caller caller) {
    var type = operation.batchType();
    var filter = filter(type, instruction).visible(type.itemsOf(caller));
    var sort = List.of(new Sort(type.keyField(), false));
    @Nullable String after = null;
    do {
      var page = new Page(SEARCHED, 0, after, null);
      var found = searches.search(type.table(), new SearchRequest(filter, sort, page));
      var keys = new LinkedHashSet<Long>();
      for (var item : found.items()) {
        keys.add(Long.valueOf(String.valueOf(item.get(type.keyField()))));
      }
      if (!keys.isEmpty()) {
        operations.insertItems(operation, keys);
      }
      after = found.items().size() == SEARCHED ? found.endCursor() : null;
    } while (after != null);
  }

  static Filter filter(BatchType type, BatchInstruction instruction) {
    var body = new SearchBody(instruction.filter(), null, null);
    var filter = body.filterIn(type.table());
    for (var condition : type.conditions()) {
      filter = filter.and(condition);
    }
    return filter;
  }

  private boolean execute(Operation operation, BatchInstruction instruction, Caller caller) {
    var items = operations.openItems(operation.key(), AT_ONCE);
    if (items.isEmpty()) {
      operations.complete(operation.key(), engine.clock().instant());
      return true;
    }
    Map<Long, CompletableFuture<Done>> submitted = new LinkedHashMap<>();
    for (var item : items) {
      var command = instruction.commandFor(operation.batchType(), item);
      submitted.put(item, commands.submitFor(caller, command));
    }
    var isDone = true;
    for (var command : submitted.entrySet()) {
      isDone &= settle(operation.key(), command.getKey(), command.getValue());
    }
    return isDone;
  }

  /** Whether the command was executed or refused for good; else it is repeated later. */
  private boolean settle(long key, long item, CompletableFuture<Done> command) {
    try {
      command.join();
      operations.closeItem(key, item, null, engine.clock().instant());
      return true;
    } catch (CompletionException e) {
      var cause = Problems.unwrap(e);
      if (isTemporary(cause)) {
        return false;
      }
      operations.closeItem(key, item, String.valueOf(cause.getMessage()), engine.clock().instant());
      return true;
    }
  }

  private static boolean isTemporary(Throwable cause) {
    return cause instanceof EngineUnavailableException
        || (cause instanceof RejectedException rejected
            && (rejected.type() == RejectionType.RESOURCE_EXHAUSTED
                || rejected.type() == RejectionType.UNAVAILABLE));
  }
}
