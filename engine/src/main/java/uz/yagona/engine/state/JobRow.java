package uz.yagona.engine.state;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Work for a job worker. */
public final class JobRow extends OwnedRow {
  private final String type;
  private final Kind kind;
  private final String listenerEvent;
  private final Map<String, String> headers;
  private final Instant creationTime;
  private final Cell<State> state;
  private final Cell<Boolean> activatable;
  private final Cell<Integer> retries;
  private final Slot<Instant> retryAt;
  final Slot<String> worker = slot(null);
  final Slot<Instant> deadline = slot(null);
  final Slot<String> errorCode = slot(null);
  final Slot<String> errorMessage = slot(null);
  final Slot<Boolean> denied = slot(null);
  final Slot<String> deniedReason = slot(null);
  final Cell<Instant> lastUpdate;
  final Slot<Instant> endTime = slot(null);

  /** What the job does for its element. */
  public enum Kind {
    BPMN_ELEMENT,
    EXECUTION_LISTENER,
    TASK_LISTENER,
    AD_HOC_SUB_PROCESS
  }

  /** States as the API shows them. */
  public enum State {
    CREATED,
    COMPLETED,
    FAILED,
    TIMED_OUT,
    CANCELED,
    ERROR_THROWN,
    RETRIES_UPDATED
  }

  /** What a job is asked to do. */
  public record Order(
      String type, Kind kind, String listenerEvent, Map<String, String> headers, int retries) {}

  public JobRow(long key, ElementInstance owner, Order order, Instant now) {
    this(key, owner, order, now, new Progress(State.CREATED, order.retries() > 0, null));
  }

  JobRow(long key, ElementInstance owner, Order order, Instant created, Progress progress) {
    super(key, owner);
    type = order.type();
    kind = order.kind();
    listenerEvent = order.listenerEvent();
    headers = order.headers();
    creationTime = created;
    retries = cell(order.retries());
    lastUpdate = cell(created);
    state = cell(progress.state());
    activatable = cell(progress.activatable());
    retryAt = slot(progress.retryAt());
  }

  /** How far an open job has come. */
  record Progress(State state, boolean activatable, @Nullable Instant retryAt) {}

  public String type() {
    return type;
  }

  public Kind kind() {
    return kind;
  }

  public String listenerEvent() {
    return listenerEvent;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public State state() {
    return state.get();
  }

  public boolean isOpen() {
    return endTime.isEmpty();
  }

  public int retries() {
    return retries.get();
  }

  /** Whether a worker may have it now, its lease aside. */
  public boolean isActivatable() {
    return activatable.get();
  }

  /** When it becomes activatable again after a failure; {@code null} if it need not wait. */
  public @Nullable Instant retryAt() {
    return retryAt.get();
  }

  /** Who did the last step, until when it was leased. */
  public void workedBy(@Nullable String name, @Nullable Instant until) {
    if (name != null) {
      worker.set(name);
      deadline.set(until);
    }
  }

  /** The work ended; the row must be closed too. */
  public void end(State last, Instant now) {
    state.set(last);
    activatable.set(false);
    retryAt.set(null);
    lastUpdate.set(now);
    endTime.set(now);
  }

  /** The work failed; it is tried again at {@code again} if retries are left. */
  public void fail(int left, @Nullable String message, @Nullable Instant again, Instant now) {
    state.set(State.FAILED);
    retries.set(left);
    errorMessage.set(message);
    retryAt.set(left > 0 ? again : null);
    activatable.set(left > 0 && again == null);
    lastUpdate.set(now);
  }

  /** An error was thrown that nothing catches: the job stays, out of reach of workers. */
  public void throwError(String code, @Nullable String message, Instant now) {
    errorCode.set(code);
    errorMessage.set(message);
    state.set(State.ERROR_THROWN);
    activatable.set(false);
    lastUpdate.set(now);
  }

  /** The listener says no. */
  public void deny(@Nullable String reason) {
    denied.set(true);
    deniedReason.set(reason);
  }

  public void retries(int left, Instant now) {
    retries.set(left);
    state.set(State.RETRIES_UPDATED);
    lastUpdate.set(now);
  }

  /** Workers may have it again. */
  public void release(Instant now) {
    retryAt.set(null);
    activatable.set(retries.get() > 0);
    lastUpdate.set(now);
  }

  /** What stopped it has been put right: workers may have it again, and end it. */
  public void reopen(Instant now) {
    if (state.get() == State.ERROR_THROWN) {
      state.set(State.CREATED);
      errorCode.set(null);
      errorMessage.set(null);
    }
    release(now);
  }

  /** Keeps it from workers. */
  public void hold() {
    retryAt.set(null);
    activatable.set(false);
  }

  Instant creationTime() {
    return creationTime;
  }
}
