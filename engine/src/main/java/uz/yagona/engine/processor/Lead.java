package uz.yagona.engine.processor;

import java.sql.Connection;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uz.yagona.engine.state.NodeRepository;

/** The lead over the other nodes, bound to one connection. */
final class Lead {
  final Connection connection;
  final JdbcClient jdbc;
  final NodeRepository node;
  final NodeRepository.Epoch epoch;

  private Lead(
      Connection connection, JdbcClient jdbc, NodeRepository node, NodeRepository.Epoch epoch) {
    this.connection = connection;
    this.jdbc = jdbc;
    this.node = node;
    this.epoch = epoch;
  }

  /** Waits between two attempts to lead; {@code false} ends the attempts. */
  interface Pause {
    boolean rest() throws InterruptedException;
  }

  /** Waits until the lock is free; {@code null} when told to stop. */
  static @org.jspecify.annotations.Nullable Lead take(
      Connection connection, String nodeName, Duration takeoverAfter, Pause pause)
      throws InterruptedException {
    var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    var node = new NodeRepository(jdbc);
    while (!node.tryLock()) {
      node.dismissStalled(takeoverAfter.toMillis());
      if (!pause.rest()) {
        return null;
      }
    }
    return new Lead(connection, jdbc, node, node.activate(nodeName));
  }
}
