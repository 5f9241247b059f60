package uz.yagona.engine.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Work for a person, kept by the engine. */
public final class TaskRow extends OwnedRow {
  private final Instant creationDate;
  private final Map<String, String> headers;
  private final Form form;
  private final Cell<State> state;
  private final Slot<String> assignee;
  private final Cell<List<String>> candidateGroups;
  private final Cell<List<String>> candidateUsers;
  private final Slot<Instant> dueDate;
  private final Slot<Instant> followUpDate;
  private final Cell<Integer> priority;
  final Slot<Instant> completionDate = slot(null);
  private final Slot<String> action;
  private final Slot<String> pending;

  /** States as the API shows them. */
  public enum State {
    CREATING,
    CREATED,
    ASSIGNING,
    UPDATING,
    COMPLETING,
    COMPLETED,
    CANCELING,
    CANCELED
  }

  /** The form to show: deployed, or kept elsewhere. */
  public record Form(@Nullable Long key, @Nullable String externalReference) {}

  /** What can be changed about a task. */
  public record Attributes(
      @Nullable String assignee,
      List<String> candidateGroups,
      List<String> candidateUsers,
      @Nullable Instant dueDate,
      @Nullable Instant followUpDate,
      int priority) {}

  /** Where an open task stands; {@code pending} is the JSON of the change listeners decide on. */
  record Progress(State state, @Nullable String action, @Nullable String pending) {}

  public TaskRow(
      long key,
      ElementInstance owner,
      Attributes attributes,
      Form form,
      Map<String, String> headers,
      Instant now) {
    this(key, owner, attributes, form, headers, now, new Progress(State.CREATING, null, null));
  }

  TaskRow(
      long key,
      ElementInstance owner,
      Attributes attributes,
      Form form,
      Map<String, String> headers,
      Instant created,
      Progress progress) {
    super(key, owner);
    this.form = form;
    this.headers = headers;
    creationDate = created;
    state = cell(progress.state());
    action = slot(progress.action());
    pending = slot(progress.pending());
    assignee = slot(attributes.assignee());
    candidateGroups = cell(attributes.candidateGroups());
    candidateUsers = cell(attributes.candidateUsers());
    dueDate = slot(attributes.dueDate());
    followUpDate = slot(attributes.followUpDate());
    priority = cell(attributes.priority());
  }

  public State state() {
    return state.get();
  }

  public void state(State next) {
    state.set(next);
  }

  public Attributes attributes() {
    return new Attributes(
        assignee.get(),
        candidateGroups.get(),
        candidateUsers.get(),
        dueDate.get(),
        followUpDate.get(),
        priority.get());
  }

  public void attributes(Attributes next) {
    assignee.set(next.assignee());
    candidateGroups.set(next.candidateGroups());
    candidateUsers.set(next.candidateUsers());
    dueDate.set(next.dueDate());
    followUpDate.set(next.followUpDate());
    priority.set(next.priority());
  }

  public @Nullable String assignee() {
    return assignee.get();
  }

  public Form form() {
    return form;
  }

  Map<String, String> headers() {
    return headers;
  }

  public Instant creationDate() {
    return creationDate;
  }

  public @Nullable String action() {
    return action.get();
  }

  public void action(@Nullable String name) {
    action.set(name);
  }

  public @Nullable String pending() {
    return pending.get();
  }

  public void pending(@Nullable String json) {
    pending.set(json);
  }

  /** Closed with this state; the row must be closed too. */
  public void end(State last, Instant now) {
    state.set(last);
    pending.set(null);
    completionDate.set(now);
  }

  boolean isOpen() {
    return completionDate.isEmpty();
  }
}
