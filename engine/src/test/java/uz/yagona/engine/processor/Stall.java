package uz.yagona.engine.processor;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source whose user stalls, like a suspended process, when it is about to do something. */
final class Stall extends DelegatingDataSource {
  /** Where the writer stands when it stalls. */
  enum Place {
    BEFORE_WRITING,
    BEFORE_COMMITTING
  }

  private final Place place;
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch resumed = new CountDownLatch(1);
  private volatile boolean armed;
  private volatile boolean written;

  Stall(DataSource target, Place place) {
    super(target);
    this.place = place;
  }

  /** The next batch stalls. */
  void arm() {
    armed = true;
  }

  void awaitStalled() throws InterruptedException {
    stalled.await();
  }

  void resume() {
    resumed.countDown();
  }

  @Override
  public Connection getConnection() throws SQLException {
    var connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              before(method.getName(), arguments);
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void before(String method, Object[] arguments) throws InterruptedException {
    var writes = method.equals("prepareStatement") && arguments[0].toString().contains("for share");
    if (!armed || !(writes || (written && method.equals("commit")))) {
      return;
    }
    written = true;
    if (place == Place.BEFORE_WRITING || method.equals("commit")) {
      armed = false;
      stalled.countDown();
      resumed.await();
    }
  }
}
