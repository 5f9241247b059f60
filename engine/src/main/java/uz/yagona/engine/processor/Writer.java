package uz.yagona.engine.processor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import uz.yagona.engine.api.EngineUnavailableException;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;

/** The writer thread: becomes the leader, runs batches, and starts over when the lead is lost. */
final class Writer implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final long PAUSE_MILLIS = 500;
  private static final long BEAT_NANOS = Duration.ofSeconds(2).toNanos();
  private static final int HAND_OUT_ROUNDS = 8;

  private final DataSource dataSource;
  private final Session.Parts parts;
  private final Inbox inbox;
  private final Consumer<Session> opened;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable Session active;
  private @Nullable String lastFailure;

  /**
   * @param opened is told of each new session before its first command
   */
  Writer(DataSource dataSource, Session.Parts parts, Inbox inbox, Consumer<Session> opened) {
    this.dataSource = dataSource;
    this.parts = parts;
    this.inbox = inbox;
    this.opened = opened;
  }

  /** The session while this node leads. */
  @Nullable Session active() {
    return active;
  }

  void stop() {
    stop.countDown();
  }

  private boolean isStopped() {
    return stop.getCount() == 0;
  }

  @Override
  public void run() {
    try {
      while (!isStopped()) {
        leadOnce();
        refuseAll();
        stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      refuseAll();
    }
  }

  private void leadOnce() throws InterruptedException {
    Connection connection = null;
    try {
      connection = Connections.open(dataSource);
      var lead =
          Lead.take(
              connection,
              parts.properties().nodeName(),
              parts.properties().takeoverAfter(),
              () -> !stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
      if (lead != null) {
        lead(lead);
      }
    } catch (SQLException | DataAccessException | LeadLostException e) {
      log(e);
    } catch (RuntimeException e) {
      LOG.error("Expected the writer to go on, but it starts over", e);
    } finally {
      if (connection != null) {
        Connections.release(connection);
      }
    }
  }

  /** Once for each cause: an outage lasts many attempts. */
  private void log(Exception e) {
    var text = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    if (!text.equals(lastFailure)) {
      LOG.warn("Expected to lead the engine, but {}; trying again", text);
      lastFailure = text;
    }
  }

  private void lead(Lead lead) throws SQLException, InterruptedException {
    var keys = Keys.generator(dataSource, lead.epoch.number());
    var pinned = lead.epoch.clockPinnedAt();
    if (pinned != null) {
      parts.clock().pin(pinned);
    } else {
      parts.clock().reset();
    }
    var session = new Session(lead, parts, keys);
    session.open();
    lead.connection.setAutoCommit(false);
    opened.accept(session);
    active = session;
    lastFailure = null;
    LOG.info("Node '{}' leads, epoch {}", parts.properties().nodeName(), lead.epoch.number());
    try {
      while (!isStopped()) {
        turn(session);
      }
    } finally {
      active = null;
      session.end(
          new EngineUnavailableException(
              "Expected to answer, but this node no longer leads",
              new IllegalStateException("lead lost")),
          unavailable());
    }
  }

  private long nextBeat = System.nanoTime();

  private void turn(Session session) throws SQLException, InterruptedException {
    var work = new ArrayList<Work>();
    inbox.drain(work, parts.properties().batchSize(), waitNanos(session));
    var now = parts.clock().instant();
    session.desk.expire(now, System.nanoTime());
    try {
      run(session, work);
    } catch (RuntimeException | SQLException e) {
      work.forEach(item -> item.refuse(unavailable()));
      throw e;
    }
    handOut(session);
    housekeeping(session);
  }

  private void run(Session session, List<Work> work) throws SQLException {
    var requests = new ArrayList<Work.Request>();
    for (var command : session.due.take(parts.clock().instant())) {
      requests.add(Work.Request.internal(command));
    }
    for (var item : work) {
      if (item instanceof Work.Request request) {
        requests.add(request);
      } else if (item instanceof Work.Task task) {
        session.batch.run(requests);
        requests.clear();
        task.action().run(session);
      }
    }
    session.batch.run(requests);
  }

  private void handOut(Session session) throws SQLException {
    var rounds = 0;
    while (rounds < HAND_OUT_ROUNDS && session.desk.serve(parts.clock().instant())) {
      rounds++;
    }
    moreToHandOut = rounds == HAND_OUT_ROUNDS;
    session.connection().commit();
  }

  private boolean moreToHandOut;

  private void housekeeping(Session session) throws SQLException {
    if (session.due.expire(parts.clock().instant())) {
      session.connection().commit();
    }
    if (System.nanoTime() - nextBeat >= 0) {
      nextBeat = System.nanoTime() + BEAT_NANOS;
      if (!session.lead.node.beat(session.lead.epoch.number())) {
        throw new LeadLostException("Expected to lead, but another node has taken over", null);
      }
      session.connection().commit();
    }
  }

  private long waitNanos(Session session) {
    var now = parts.clock().instant();
    if (moreToHandOut || session.due.isDue(now)) {
      return 0;
    }
    var wait = Math.max(1, nextBeat - System.nanoTime());
    wait = Math.min(wait, session.desk.nanosToNextPollEnd(System.nanoTime()));
    if (parts.clock().pinnedAt() != null) {
      return wait;
    }
    for (var next : List.of(session.due.next(), session.desk.nextDeadline())) {
      if (next.isPresent()) {
        var until = Duration.between(now, next.get());
        wait = until.compareTo(Duration.ofDays(1)) > 0 ? wait : Math.min(wait, until.toNanos());
      }
    }
    return Math.max(0, wait);
  }

  private static RejectedException unavailable() {
    return new RejectedException(
        RejectionType.UNAVAILABLE, "Expected this node to be active, but it is not");
  }

  private void refuseAll() {
    for (var next = inbox.poll(); next != null; next = inbox.poll()) {
      next.refuse(unavailable());
    }
  }
}
