package uz.yagona.engine.state;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code node}: the one row that says who is active. */
public final class NodeRepository {
  /** Selects a row only while this node's epoch is the newest; keeps take-overs waiting. */
  static final String FENCE =
      "select epoch from engine.node where epoch = any (?::bigint[]) for share";

  /** Number of the advisory lock that the active node holds; the same on all nodes. */
  public static final long LOCK = 7_241_865_309L;

  private static final String TRY_LOCK = "select pg_try_advisory_lock(:lock)";
  private static final String ACTIVATE =
      """
      update engine.node
      set epoch = epoch + 1, node_name = :name, activated_at = now(), heartbeat_at = clock_timestamp(),
        backend_pid = pg_backend_pid()
      returning epoch, clock_pinned_at
      """;
  private static final String RESERVE =
      """
      update engine.node
      set next_key = next_key + :count
      where epoch = :epoch
      returning next_key - :count
      """;
  private static final String PIN =
      "update engine.node set clock_pinned_at = :instant::timestamptz where epoch = :epoch";
  private static final String BEAT =
      "update engine.node set heartbeat_at = clock_timestamp() where epoch = :epoch";
  private static final String DISMISS =
      """
      select pg_terminate_backend(l.pid)
      from engine.node n join pg_locks l on l.pid = n.backend_pid
      where n.heartbeat_at < clock_timestamp() - make_interval(secs => :seconds)
        and l.locktype = 'advisory' and l.granted and ((l.classid::bigint << 32) | l.objid::bigint) = :lock
      """;

  private final JdbcClient jdbc;

  public NodeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A take-over: its number, and the clock it finds. */
  public record Epoch(long number, @Nullable Instant clockPinnedAt) {}

  /** Takes the lock for as long as the connection lives. */
  public boolean tryLock() {
    return jdbc.sql(TRY_LOCK).param("lock", LOCK).query(Boolean.class).single();
  }

  /**
   * Ends the session of an active node that has shown no life for so long. Its row is not touched:
   * it may have stalled between writing and committing, and would keep us waiting for the row.
   */
  public void dismissStalled(long millis) {
    jdbc.sql(DISMISS)
        .param("seconds", millis / 1000.0)
        .param("lock", LOCK)
        .query(Boolean.class)
        .list();
  }

  /** Becomes the active node; the lock must be held. */
  public Epoch activate(String name) {
    return jdbc.sql(ACTIVATE)
        .param("name", name)
        .query(
            (row, index) ->
                new Epoch(row.getLong("epoch"), Rows.optionalTime(row, "clock_pinned_at")))
        .single();
  }

  /** Reserves keys and gives the first; empty when another node has taken over. */
  public Optional<Long> reserve(long epoch, long count) {
    return jdbc.sql(RESERVE)
        .param("epoch", epoch)
        .param("count", count)
        .query(Long.class)
        .optional();
  }

  /** Remembers the pinned clock, {@code null} a running one. */
  public void pin(long epoch, @Nullable Instant instant) {
    OffsetDateTime time = instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    jdbc.sql(PIN).param("instant", time).param("epoch", epoch).update();
  }

  /** Shows that the node lives; {@code false} when another has taken over. */
  public boolean beat(long epoch) {
    return jdbc.sql(BEAT).param("epoch", epoch).update() == 1;
  }
}
