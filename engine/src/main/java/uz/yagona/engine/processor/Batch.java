package uz.yagona.engine.processor;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import uz.yagona.engine.api.DecisionCommand.DeleteDecisionInstance;
import uz.yagona.engine.api.DeploymentCommand.DeleteResource;
import uz.yagona.engine.api.EngineUnavailableException;
import uz.yagona.engine.api.ProcessInstanceCommand.DeleteProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.MigrateProcessInstance;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.engine.behavior.FollowUp;
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

  private final Session session;
  private final List<FollowUp> deferred = new ArrayList<>();
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
      deferred.clear();
      execute(requests);
      commit(requests);
    } catch (SQLException | DataAccessException e) {
      failed(requests, e);
    }
  }

  // execute ---------------------------------------------------------------------------------------

  private void execute(List<Work.Request> requests) throws SQLException {
    load(requests.stream().map(Work.Request::command).toList());
    for (var request : requests) {
      execute(request);
    }
    var done = 0;
    for (var next = takeFollowUps(); !next.isEmpty(); next = takeFollowUps()) {
      if (done >= MAX_FOLLOW_UPS) {
        deferred.addAll(next);
        return;
      }
      load(next);
      for (var followUp : next) {
        execute(Work.Request.internal(followUp));
      }
      done += next.size();
    }
  }

  /** Work that was cut waits for the next batch, so that others have their turn. */
  private List<FollowUp> takeFollowUps() {
    var next = new ArrayList<FollowUp>();
    for (var followUp : session.execution.takeFollowUps()) {
      if (followUp instanceof FollowUp.Continue) {
        if (!deferred.contains(followUp)) {
          deferred.add(followUp);
        }
      } else {
        next.add(followUp);
      }
    }
    return next;
  }

  private void load(List<?> commands) {
    var needs = new Needs();
    commands.forEach(command -> session.handlers.prepare(command, needs));
    session.store.load(needs);
  }

  private void execute(Work.Request request) throws SQLException {
    var journal = session.store.journal();
    var mark = journal.mark();
    var savepoint = writesDirectly(request.command()) ? session.connection().setSavepoint() : null;
    session.execution.begin();
    try {
      session.handlers.handle(request.command(), new Reply<>(request.future(), session.answers));
      session.execution.interpreter.run(session.properties().stepLimit());
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
        || command instanceof DeleteDecisionInstance;
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
    if (request.command() instanceof DueTimer timer) {
      session.due.postpone(timer.key());
    }
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
    session.due.later(deferred);
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
    if (command instanceof DueTimer timer) {
      session.due.postpone(timer.key());
    }
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
