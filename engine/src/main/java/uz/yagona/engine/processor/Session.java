package uz.yagona.engine.processor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.EngineProperties;
import uz.yagona.engine.api.EngineClock;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.cluster.ClusterVariables;
import uz.yagona.engine.cluster.GlobalTaskListeners;
import uz.yagona.engine.definition.Definitions;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.handler.Answers;
import uz.yagona.engine.handler.Handlers;
import uz.yagona.engine.handler.Waiting;
import uz.yagona.engine.job.ActivatedJobs;
import uz.yagona.engine.job.JobDesk;
import uz.yagona.engine.state.KeyGenerator;
import uz.yagona.engine.state.Store;
import uz.yagona.engine.timer.Timers;

/** Everything that lives as long as this node leads. */
final class Session {
  /** Batches of due timers and of cut work that a moved clock waits for. */
  private static final int DUE_ROUNDS = 2_000;

  private static final int CUT_ROUNDS = 50;

  final Lead lead;
  final EngineClock clock;
  final Store store;
  final Definitions definitions;
  final Execution execution;
  final Handlers handlers;
  final Answers answers;
  final JobDesk desk;
  final Waiting waiting;
  final Batch batch;
  final DueWork due;
  final Executor callers;
  final Meters meters;
  private final EngineProperties properties;

  /** What does not depend on who leads. */
  record Parts(
      EngineProperties properties,
      EngineClock clock,
      Feel feel,
      Definitions.Parsers parsers,
      Executor callers,
      Meters meters) {}

  Session(Lead lead, Parts parts, KeyGenerator keys) {
    this.lead = lead;
    clock = parts.clock();
    callers = parts.callers();
    meters = parts.meters();
    properties = parts.properties();
    var later = new LaterDefinitions();
    store = new Store(lead.jdbc, keys, later::compiled, properties.cacheRows());
    definitions = new Definitions(lead.jdbc, parts.parsers(), store.journal()::record);
    later.definitions = definitions;
    answers = new Answers(store.journal());
    waiting = new Waiting(store.journal());
    execution =
        new Execution(
            store,
            definitions,
            parts.feel(),
            new Timers(parts.feel(), properties.timeZone()),
            clock,
            new Execution.Limits(
                properties.variableSize(), properties.restlessSteps(), properties::retention),
            new Execution.Shared(
                new ClusterVariables(lead.jdbc, store.journal()::record),
                new GlobalTaskListeners(lead.jdbc, store.journal()::record)),
            waiting);
    parts.feel().share(execution.clusterVariables);
    desk = new JobDesk(store, new ActivatedJobs(execution.variables), meters::activated);
    handlers = Handlers.of(execution, waiting, desk.leases());
    due = new DueWork(store);
    batch = new Batch(this);
  }

  /** Breaks the circle between instances and their definitions. */
  private static final class LaterDefinitions {
    private @Nullable Definitions definitions;

    uz.yagona.engine.definition.CompiledProcess compiled(long key) {
      if (definitions == null) {
        throw new IllegalStateException("Expected definitions to be there");
      }
      return definitions.compiled(key);
    }
  }

  /** Reads what must be known before the first command. */
  void open() {
    definitions.reload();
    execution.clusterVariables.reload();
    execution.globalTaskListeners.reload();
    store.open(
        key -> {
          var definition = definitions.processes().find(key);
          if (definition == null) {
            throw new IllegalStateException("Expected process definition " + key);
          }
          return definition;
        });
    due.open();
  }

  Connection connection() {
    return lead.connection;
  }

  EngineProperties properties() {
    return properties;
  }

  /** Tells callers, away from the writer thread. */
  void tell(List<Runnable> told) {
    if (!told.isEmpty()) {
      callers.execute(() -> told.forEach(Runnable::run));
    }
  }

  /** Pins the clock, {@code null} lets it run; in the database first. */
  void pin(@Nullable Instant instant) throws SQLException {
    lead.node.pin(lead.epoch.number(), instant);
    if (!lead.connection.getAutoCommit()) {
      lead.connection.commit();
    }
    if (instant == null) {
      clock.reset();
    } else {
      clock.pin(instant);
    }
    due.recheck();
  }

  /** Forgets everything in memory; the database is read again. */
  void reload() {
    store.lost();
    open();
  }

  /** Every row is gone: so is what is known of them. */
  void purged() {
    reload();
    desk.clear();
  }

  /** Does what is due, until nothing is; a model without end has its turn only. */
  void runDue() throws SQLException {
    for (var round = 0; isWorthARound(round); round++) {
      batch.run(due.take(clock.instant()).stream().map(Work.Request::internal).toList());
    }
  }

  private boolean isWorthARound(int round) {
    var now = clock.instant();
    return (round < DUE_ROUNDS && due.isTimeDue(now)) || (round < CUT_ROUNDS && due.isDue(now));
  }

  /** This node no longer leads. */
  void end(RuntimeException unknown, RuntimeException refused) {
    waiting.end(unknown);
    desk.end(refused);
  }
}
