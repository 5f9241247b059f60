package uz.yagona.engine.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
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

  private final DataSource database;
  private Life life;
  private TestEngine engine;

  private Mortal(DataSource database) {
    this.database = database;
    begin();
  }

  public static Mortal start() {
    return new Mortal(TestEngine.database().dataSource());
  }

  private void begin() {
    life = new Life(database);
    engine = TestEngine.start(EngineProperties.defaults(), life);
  }

  public TestEngine engine() {
    return engine;
  }

  /** The next batch that changes something is its last. */
  public void dieAt(Moment moment) {
    life.last = moment;
  }

  public boolean isDead() {
    return life.dead;
  }

  /** Kills the engine, if it is not dead yet, and starts the next one on the same database. */
  public void replace() {
    life.end();
    engine.close();
    Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(30))
        .pollInterval(java.time.Duration.ofMillis(2))
        .until(() -> locks() == 0);
    begin();
  }

  /** Of the whole server: PostgreSQL gives up a dead client's lock a little later. */
  private long locks() {
    return JdbcClient.create(database)
        .sql("select count(*) from pg_locks where locktype = 'advisory'")
        .query(Long.class)
        .single();
  }

  @Override
  public void close() {
    engine.close();
  }

  /** The way to the database of one engine. */
  private static final class Life extends DelegatingDataSource {
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private volatile Moment last;
    private volatile boolean dead;
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
      if (last != null && method.equals("prepareStatement")) {
        written |= arguments[0].toString().contains("for share");
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
