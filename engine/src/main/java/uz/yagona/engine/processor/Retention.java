package uz.yagona.engine.processor;

import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.engine.state.HistoryRepository;

/** Removes finished instances whose time is over, beside the writer, in small transactions. */
final class Retention implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  /** Removed in one transaction. */
  private static final int AT_ONCE = 200;

  /** Looked for in one scan: each scan passes what the ones before have removed. */
  private static final int AT_ONCE_FOUND = 20_000;

  private final HistoryRepository history;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final java.time.Duration decisionsFor;
  private final BooleanSupplier leads;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            var thread = new Thread(task, "engine-retention");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param decisionsFor how long decisions are kept that belong to no instance
   * @param leads whether this node is the active one
   */
  Retention(
      DataSource dataSource,
      InstantSource clock,
      java.time.Duration decisionsFor,
      BooleanSupplier leads) {
    history = new HistoryRepository(JdbcClient.create(dataSource));
    transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.clock = clock;
    this.decisionsFor = decisionsFor;
    this.leads = leads;
  }

  void start(java.time.Duration interval) {
    var unused =
        timer.scheduleWithFixedDelay(
            this::run, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Removes all that is overdue now. */
  void run() {
    try {
      removeInstances();
      removeDecisions();
    } catch (DataAccessException | org.springframework.transaction.TransactionException e) {
      LOG.warn("Expected to remove finished instances, but {}; trying again later", e.getMessage());
    }
  }

  private void removeInstances() {
    var more = true;
    while (more) {
      var roots = history.overdue(clock.instant(), AT_ONCE_FOUND);
      for (var from = 0; from < roots.size() && leads.getAsBoolean(); from += AT_ONCE) {
        var some = roots.subList(from, Math.min(from + AT_ONCE, roots.size()));
        transaction.executeWithoutResult(status -> history.deleteTrees(some));
      }
      more = roots.size() == AT_ONCE_FOUND && leads.getAsBoolean();
    }
  }

  private void removeDecisions() {
    var more = leads.getAsBoolean();
    while (more) {
      var before = clock.instant().minus(decisionsFor);
      var removed = transaction.execute(status -> history.deleteDecisions(before, AT_ONCE));
      more = removed != null && removed >= AT_ONCE && leads.getAsBoolean();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
