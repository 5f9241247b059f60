package uz.yagona.engine.behavior;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.JobCommand.TaskCorrections;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.model.TaskListener;
import uz.yagona.engine.state.TaskRow.Attributes;

/**
 * A change of a user task that listeners may still correct or deny.
 *
 * @param listener index of the listener at work
 * @param attributes of the task after the change
 * @param variables that the change brings
 * @param local whether variables are set in exactly the task's scope
 * @param plan the global listeners that the change began with
 */
public record TaskChange(
    TaskListener.Event event,
    int listener,
    @Nullable String action,
    Attributes attributes,
    Map<String, Object> variables,
    boolean local,
    TaskListenerPlan plan) {

  /** A change whose listeners are those of the model. */
  public TaskChange(
      TaskListener.Event event,
      int listener,
      @Nullable String action,
      Attributes attributes,
      Map<String, Object> variables,
      boolean local) {
    this(event, listener, action, attributes, variables, local, TaskListenerPlan.NONE);
  }

  /** A change whose variables go where they are found. */
  public TaskChange(
      TaskListener.Event event,
      int listener,
      @Nullable String action,
      Attributes attributes,
      Map<String, Object> variables) {
    this(event, listener, action, attributes, variables, false);
  }

  TaskChange withListener(int next) {
    return new TaskChange(event, next, action, attributes, variables, local, plan);
  }

  TaskChange withPlan(TaskListenerPlan next) {
    return new TaskChange(event, listener, action, attributes, variables, local, next);
  }

  TaskChange corrected(TaskCorrections corrections) {
    var next = apply(attributes, corrections);
    return new TaskChange(event, listener, action, next, variables, local, plan);
  }

  /** The attributes with the changes; what is {@code null} stays. */
  public static Attributes apply(Attributes before, TaskCorrections changes) {
    var assignee = changes.assignee();
    var groups = changes.candidateGroups();
    var users = changes.candidateUsers();
    var due = changes.dueDate();
    var followUp = changes.followUpDate();
    var priority = changes.priority();
    return new Attributes(
        assignee == null ? before.assignee() : assignee.isEmpty() ? null : assignee,
        groups == null ? before.candidateGroups() : groups,
        users == null ? before.candidateUsers() : users,
        due == null ? before.dueDate() : due.orElse(null),
        followUp == null ? before.followUpDate() : followUp.orElse(null),
        priority == null ? before.priority() : priority);
  }

  /** Names of the attributes that differ, as in the API. */
  public static List<String> differences(Attributes before, Attributes after) {
    var names = new ArrayList<String>();
    addIf(!Objects.equals(before.assignee(), after.assignee()), "assignee", names);
    addIf(!before.candidateGroups().equals(after.candidateGroups()), "candidateGroups", names);
    addIf(!before.candidateUsers().equals(after.candidateUsers()), "candidateUsers", names);
    addIf(!Objects.equals(before.dueDate(), after.dueDate()), "dueDate", names);
    addIf(!Objects.equals(before.followUpDate(), after.followUpDate()), "followUpDate", names);
    addIf(before.priority() != after.priority(), "priority", names);
    return names;
  }

  private static void addIf(boolean differs, String name, List<String> names) {
    if (differs) {
      names.add(name);
    }
  }

  String toJson() {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("event", event.name());
    json.put("listener", listener);
    json.put("action", action);
    json.put("assignee", attributes.assignee());
    json.put("candidateGroups", attributes.candidateGroups());
    json.put("candidateUsers", attributes.candidateUsers());
    json.put("dueDate", text(attributes.dueDate()));
    json.put("followUpDate", text(attributes.followUpDate()));
    json.put("priority", attributes.priority());
    json.put("variables", variables);
    json.put("local", local);
    json.put("plan", plan.toJson());
    return Variables.jsonOfValue(json);
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  /** Reads what {@link #toJson} wrote. */
  public static TaskChange ofJson(String json) {
    var map = Variables.ofJson(json).toMap();
    return new TaskChange(
        TaskListener.Event.valueOf(String.valueOf(map.get("event"))),
        number(map.get("listener")),
        (String) map.get("action"),
        new Attributes(
            (String) map.get("assignee"),
            texts(map.get("candidateGroups")),
            texts(map.get("candidateUsers")),
            time(map.get("dueDate")),
            time(map.get("followUpDate")),
            number(map.get("priority"))),
        Memory.object(map.get("variables")),
        Boolean.TRUE.equals(map.get("local")),
        TaskListenerPlan.ofJson(map.get("plan")));
  }

  private static int number(@Nullable Object value) {
    return value instanceof Number number ? number.intValue() : 0;
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static @Nullable Instant time(@Nullable Object value) {
    return value instanceof String text ? Instant.parse(text) : null;
  }
}
