package uz.yagona.engine.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uz.yagona.engine.EngineProperties;

/**
 * An engine that can be killed: from one moment on nothing of it reaches the database, as after
 * {@code kill -9}; what it had not committed is lost. The next one starts with nothing in memory.
 */
public final class Mortal implements AutoCloseable {
  /** When the engine dies. */
  public enum Moment {
    /** The batch exists in memory only. */
    BEFORE_WRITING,
    /** The batch is written, but not committed. */
    BEFORE_COMMITTING,
    /** The batch is durable, but nobody has been answered. */
    AFTER_COMMITTING
  }

  /** PostgreSQL gives up a dead client's lock a little later. */
  private static final String LOCKS =
      """
      select count(*) from pg_locks join pg_database on pg_database.oid = database
      where locktype = 'advisory' and datname = current_database()
      """;

  /** What a command has left for later batches. */
  private static final String CUT =
      """
      select (select count(*) from engine.element_instance where continuation)
        + (select count(*) from engine.process_instance where continuation and state = 'ACTIVE')
      """;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final DataSource database;
  private final EngineProperties properties;
  private final SingleConnectionDataSource observed;
  private Life life;
  private TestEngine engine;

  private Mortal(DataSource database, EngineProperties properties) {
    this.database = database;
    this.properties = properties;
    try {
      observed = new SingleConnectionDataSource(database.getConnection(), true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    begin();
  }

  public static Mortal start(EngineProperties properties) {
    return new Mortal(TestEngine.database().dataSource(), properties);
  }

  private void begin() {
    life = new Life(database);
    engine = TestEngine.start(properties, life);
  }

  public TestEngine engine() {
    return engine;
  }

  /** Of the batches from now on, the engine dies with this one; they count from 1. */
  public void dieAt(Moment moment, int batch) {
    life.batchesLeft = batch;
    life.last = moment;
  }

  /** Waits until the engine has nothing to do by itself, or is dead. */
  public void awaitRest() {
    Awaitility.await()
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> isDead() || count(CUT) == 0);
  }

  public boolean isDead() {
    return life.dead;
  }

  /** Kills the engine, if it is not dead yet, and starts the next one on the same database. */
  public void replace() {
    life.end();
    engine.close();
    Awaitility.await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> count(LOCKS) == 0);
    begin();
  }

  private long count(String sql) {
    return JdbcClient.create(observed).sql(sql).query(Long.class).single();
  }

  @Override
  public void close() {
    engine.close();
    observed.destroy();
  }

  /** The way to the database of one engine. */
  private static final class Life extends DelegatingDataSource {
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile Moment last;
    private volatile boolean dead;
    private volatile int batchesLeft;
    private boolean written;

    Life(DataSource target) {
      super(target);
    }

    void end() {
      dead = true;
      open.forEach(
          connection -> {
            try {
              connection.abort(Runnable::run);
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          });
    }

    private static SQLException died() {
      return new Killed();
    }

    /** Without a stack: the pool logs it. */
    private static final class Killed extends SQLException {
      private static final long serialVersionUID = 1L;

      Killed() {
        super("the engine has been killed", "08006");
      }

      @Override
      public synchronized Throwable fillInStackTrace() {
        return this;
      }
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (dead) {
        throw died();
      }
      var connection = super.getConnection();
      open.add(connection);
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                before(method.getName(), arguments);
                try {
                  var result = method.invoke(connection, arguments);
                  after(method.getName());
                  return result;
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    private void before(String method, Object[] arguments) throws SQLException {
      if (last != null
          && method.equals("prepareStatement")
          && arguments[0].toString().contains("for share")) {
        batchesLeft--;
        written = batchesLeft <= 0;
        dieIf(written && last == Moment.BEFORE_WRITING);
      }
      dieIf(written && last == Moment.BEFORE_COMMITTING && method.equals("commit"));
    }

    private void after(String method) throws SQLException {
      dieIf(written && last == Moment.AFTER_COMMITTING && method.equals("commit"));
    }

    private void dieIf(boolean now) throws SQLException {
      if (now) {
        end();
        throw died();
      }
    }
  }
}
