package uz.yagona.gateway.directory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import uz.yagona.gateway.GatewayDatabase;

/**
 * Every change of the directory goes through here: one transaction each, and who has remembered
 * something of it is told after the commit. Other nodes see the revision.
 */
@Component("gatewayDirectoryChanges")
public final class DirectoryChanges {
  private static final String NEXT =
      "update gateway.directory_revision set revision = revision + 1";
  private static final String REVISION = "select revision from gateway.directory_revision";

  private final GatewayDatabase database;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  DirectoryChanges(GatewayDatabase database) {
    this.database = database;
  }

  /** Runs {@code listener} after every change made by this node. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Grows with every change, whichever node makes it. */
  public long revision() {
    return database.jdbc().sql(REVISION).query(Long.class).single();
  }

  /** Makes the change, or nothing when it throws. Changes wait for one another. */
  <T> T make(Supplier<T> change) {
    var result =
        database.inTransaction(
            () -> {
              database.jdbc().sql(NEXT).update();
              return change.get();
            });
    listeners.forEach(Runnable::run);
    return result;
  }

  /** As above, for changes that answer nothing. */
  void make(Runnable change) {
    make(
        () -> {
          change.run();
          return true;
        });
  }
}
