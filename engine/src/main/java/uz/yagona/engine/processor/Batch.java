package uz.yagona.engine.processor;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import uz.yagona.engine.api.ClusterVariableCommand;
import uz.yagona.engine.api.DecisionCommand.DeleteDecisionInstance;
import uz.yagona.engine.api.DeploymentCommand.DeleteResource;
import uz.yagona.engine.api.EngineUnavailableException;
import uz.yagona.engine.api.GlobalTaskListenerCommand;
import uz.yagona.engine.api.ProcessInstanceCommand.DeleteProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.MigrateProcessInstance;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.engine.behavior.FollowUp;
import uz.yagona.engine.behavior.FollowUpText;
import uz.yagona.engine.behavior.IncidentException;
import uz.yagona.engine.handler.PreparedDeployment;
import uz.yagona.engine.handler.Reply;
import uz.yagona.engine.state.DueTimer;
import uz.yagona.engine.state.Needs;

/** Many commands, one commit. A command that fails changes nothing and spoils no neighbour. */
final class Batch {
  private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

  /** Follow-ups that share the commit of what set them off. */
  private static final int MAX_FOLLOW_UPS = 5_000;

  /** Follow-ups whose needs are loaded together. */
  private static final int FOLLOW_UPS_AT_ONCE = 500;

  /** Full shares of steps after which what can wait has to wait. */
  private static final int FULL_SHARES = 10;

  /** The same as time. */
  private static final long PATIENCE_NANOS = Duration.ofMillis(200).toNanos();

  /** How much smaller the shares of the others are then. */
  private static final int SMALL_SHARE = 20;

  private final Session session;
  private final Map<Long, FollowUp.Continue> cut = new LinkedHashMap<>();
  private boolean anyLeftOver;
  private long steps;
  private long startedAt;
  private boolean committing;

  Batch(Session session) {
    this.session = session;
  }

  /**
   * Runs the requests and answers them.
   *
   * @throws LeadLostException when the database is gone or another node leads; all are answered
   */
  void run(List<Work.Request> requests) throws SQLException {
    if (requests.isEmpty()) {
      return;
    }
    try {
      committing = false;
      cut.clear();
      anyLeftOver = false;
      steps = 0;
      execute(requests);
      commit(requests);
    } catch (SQLException | DataAccessException e) {
      failed(requests, e);
    }
  }

  // execute ---------------------------------------------------------------------------------------

  private void execute(List<Work.Request> requests) throws SQLException {
    load(requests.stream().map(request -> bare(request.command())).toList());
    startedAt = System.nanoTime();
    var isFirst = true;
    for (var request : requests) {
      if (isFirst || !isSpent() || !waits(request.command())) {
        execute(request);
      }
      isFirst = false;
    }
    var waiting = new ArrayDeque<FollowUp>();
    var done = 0;
    take(waiting);
    while (!waiting.isEmpty() && done < MAX_FOLLOW_UPS && !isSpent()) {
      var page = new ArrayList<FollowUp>();
      while (page.size() < FOLLOW_UPS_AT_ONCE && !waiting.isEmpty()) {
        page.add(waiting.remove());
      }
      load(page);
      for (var followUp : page) {
        execute(Work.Request.internal(followUp));
      }
      done += page.size();
      take(waiting);
    }
    waiting.forEach(this::leave);
  }

  /** The batch has done its work: others have to have their turn. */
  private boolean isSpent() {
    return steps >= (long) FULL_SHARES * session.properties().stepLimit()
        || System.nanoTime() - startedAt >= PATIENCE_NANOS;
  }

  /** Whether the command can wait for the next batch, and does. */
  private boolean waits(Object command) {
    if (command instanceof FollowUp.Continue next) {
      cut.put(next.processInstanceKey(), next);
      return true;
    }
    anyLeftOver |= command instanceof LeftOver;
    return command instanceof LeftOver;
  }

  private static Object bare(Object command) {
    return command instanceof LeftOver rest ? rest.followUp() : command;
  }

  /** What is cut waits for the next batch: it is in the database already, or is written there. */
  private void take(ArrayDeque<FollowUp> waiting) {
    for (var followUp : session.execution.takeFollowUps()) {
      if (followUp instanceof FollowUp.Continue next) {
        cut.put(next.processInstanceKey(), next);
      } else if (followUp instanceof FollowUp.Broadcast broadcast && broadcast.after() > 0) {
        leave(broadcast);
      } else {
        waiting.add(followUp);
      }
    }
  }

  private void leave(FollowUp followUp) {
    session.store.leave(FollowUpText.write(followUp));
    anyLeftOver = true;
  }

  private void load(List<?> commands) {
    var needs = new Needs();
    commands.forEach(command -> session.handlers.prepare(command, needs));
    session.store.load(needs);
  }

  private void execute(Work.Request request) throws SQLException {
    if (request.command() instanceof LeftOver rest) {
      session.store.done(rest.row());
    }
    attempt(request);
  }

  /** Runs the command, or stops an instance that never rests. */
  private void run(Object command, Reply<Object> reply) {
    var limit = session.properties().stepLimit();
    var share = isSpent() ? Math.max(1, limit / SMALL_SHARE) : limit;
    if (command instanceof FollowUp.Continue next) {
      var continuations = session.due.continuations();
      var restless = continuations.steps(next) >= session.properties().restlessSteps();
      session.handlers.handle(
          restless ? new FollowUp.Stop(next.processInstanceKey()) : next, reply);
      var taken = session.execution.interpreter.run(share);
      continuations.worked(next, taken);
      steps += taken;
    } else {
      session.handlers.handle(command, reply);
      steps += session.execution.interpreter.run(share);
    }
  }

  private void attempt(Work.Request request) throws SQLException {
    var journal = session.store.journal();
    var mark = journal.mark();
    var savepoint = writesDirectly(request.command()) ? session.connection().setSavepoint() : null;
    session.execution.begin();
    try {
      run(bare(request.command()), new Reply<>(request.future(), session.answers));
    } catch (DataAccessException e) {
      throw e;
    } catch (RejectedException e) {
      takeBack(mark, savepoint);
      answer(request, e);
    } catch (IncidentException e) {
      takeBack(mark, savepoint);
      answer(request, RejectedException.invalidArgument("%s", String.valueOf(e.getMessage())));
    } catch (RuntimeException | StackOverflowError e) {
      takeBack(mark, savepoint);
      bug(request, e);
    }
  }

  /** Whether the command writes by itself what others leave to the end of the batch. */
  private static boolean writesDirectly(Object command) {
    return command instanceof PreparedDeployment
        || command instanceof DeleteResource
        || command instanceof DeleteProcessInstance
        || command instanceof MigrateProcessInstance
        || command instanceof DeleteDecisionInstance
        || command instanceof ClusterVariableCommand
        || command instanceof GlobalTaskListenerCommand;
  }

  private void takeBack(int mark, @Nullable Savepoint savepoint) throws SQLException {
    session.store.journal().rollback(mark);
    if (savepoint != null) {
      session.connection().rollback(savepoint);
    }
  }

  private void answer(Work.Request request, Throwable failure) {
    session.answers.add(() -> request.future().completeExceptionally(failure));
  }

  private void bug(Work.Request request, Throwable failure) {
    LOG.error("Expected to execute {}, but it failed", describe(request.command()), failure);
    session.due.postpone(request.command());
    answer(
        request,
        new IllegalStateException("Expected to execute the command, but it failed", failure));
  }

  /** No values: they may be personal. */
  private static String describe(Object command) {
    return command instanceof DueTimer timer
        ? "timer " + timer.key()
        : command.getClass().getSimpleName();
  }

  // commit ----------------------------------------------------------------------------------------

  private void commit(List<Work.Request> requests) throws SQLException {
    var began = System.nanoTime();
    if (!session.store.write(session.connection(), session.lead.epoch.number())) {
      session.connection().rollback();
      session.store.lost();
      refuse(requests, "another node has taken over");
      throw new LeadLostException("Expected to lead, but another node has taken over", null);
    }
    committing = true;
    session.connection().commit();
    committing = false;
    var written = session.store.committed();
    session.meters.committed(requests.size(), written, System.nanoTime() - began);
    session.desk.written(written.jobs());
    session.due.written(written);
    session.due.later(cut.values(), anyLeftOver);
    session.tell(session.answers.take());
  }

  private static void refuse(List<Work.Request> requests, String why) {
    var reason =
        new RejectedException(
            RejectionType.UNAVAILABLE, "Expected this node to be active, but " + why);
    requests.forEach(request -> request.refuse(reason));
  }

  // failure ---------------------------------------------------------------------------------------

  private void failed(List<Work.Request> requests, Exception failure) throws SQLException {
    if (committing) {
      var unknown =
          new EngineUnavailableException(
              "Expected to commit, but the connection to the database was lost", failure);
      requests.forEach(request -> request.future().completeExceptionally(unknown));
      session.store.lost();
      throw new LeadLostException("The database was lost around a commit", failure);
    }
    if (!isAlive()) {
      session.store.lost();
      refuse(requests, "the database is not reachable");
      throw new LeadLostException("The database was lost", failure);
    }
    session.connection().rollback();
    session.reload();
    if (requests.size() > 1) {
      for (var request : requests) {
        run(List.of(request));
      }
    } else {
      refuseData(requests.get(0), failure);
    }
  }

  private boolean isAlive() {
    try {
      return session.connection().isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private void refuseData(Work.Request request, Exception failure) {
    var command = request.command();
    if (sqlState(failure).startsWith("22")) {
      request.refuse(
          RejectedException.invalidArgument(
              "Expected values that can be stored, but the database refuses them: %s",
              rootMessage(failure)));
    } else {
      LOG.error("Expected to store the effect of {}, but failed", describe(command), failure);
      request
          .future()
          .completeExceptionally(
              new IllegalStateException(
                  "Expected to store the command's effect, but failed", failure));
    }
    session.due.postpone(command);
  }

  private static String sqlState(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  private static String rootMessage(Throwable failure) {
    Throwable at = failure;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return String.valueOf(at.getMessage()).lines().findFirst().orElse("");
  }
}
