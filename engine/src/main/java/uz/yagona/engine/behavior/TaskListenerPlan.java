package uz.yagona.engine.behavior;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.GlobalTaskListenerCommand.GlobalTaskListener;
import uz.yagona.engine.cluster.GlobalTaskListeners;
import uz.yagona.engine.feel.Expression;
import uz.yagona.engine.model.JobDefinition;
import uz.yagona.engine.model.TaskListener;
import uz.yagona.engine.model.UserTask;

/**
 * The global listeners of one change of a user task, fixed when the change begins: those before and
 * those after the listeners of the model.
 */
record TaskListenerPlan(List<Job> before, List<Job> after) {
  static final TaskListenerPlan NONE = new TaskListenerPlan(List.of(), List.of());

  /** What a global listener asks of a worker. */
  record Job(String type, int retries) {
    private static Job of(GlobalTaskListener listener) {
      return new Job(listener.type(), listener.retries());
    }

    private JobDefinition definition() {
      return new JobDefinition(
          Expression.fixed(type), Expression.fixed(Integer.toString(retries)), Map.of(), List.of());
    }
  }

  static TaskListenerPlan of(GlobalTaskListeners listeners, TaskListener.Event event) {
    var before = listeners.of(event, false);
    var after = listeners.of(event, true);
    return before.isEmpty() && after.isEmpty()
        ? NONE
        : new TaskListenerPlan(
            before.stream().map(Job::of).toList(), after.stream().map(Job::of).toList());
  }

  /** All jobs of the change in their order, those of the model between the global ones. */
  List<JobDefinition> jobs(UserTask element, TaskListener.Event event) {
    var own = element.listeners(event).stream().map(TaskListener::job);
    return Stream.of(before.stream().map(Job::definition), own, after.stream().map(Job::definition))
        .flatMap(jobs -> jobs)
        .toList();
  }

  /** A plain JSON value; {@code null} for no listeners. */
  @Nullable Object toJson() {
    return equals(NONE) ? null : List.of(json(before), json(after));
  }

  private static List<Object> json(List<Job> jobs) {
    var list = new ArrayList<Object>();
    for (var job : jobs) {
      var entry = new LinkedHashMap<String, Object>();
      entry.put("type", job.type());
      entry.put("retries", job.retries());
      list.add(entry);
    }
    return list;
  }

  /** Reads what {@link #toJson} gave. */
  static TaskListenerPlan ofJson(@Nullable Object json) {
    return json instanceof List<?> both && both.size() == 2
        ? new TaskListenerPlan(read(both.get(0)), read(both.get(1)))
        : NONE;
  }

  private static List<Job> read(Object list) {
    return ((List<?>) list)
        .stream()
            .map(Memory::object)
            .map(
                entry ->
                    new Job(
                        String.valueOf(entry.get("type")),
                        entry.get("retries") instanceof Number retries ? retries.intValue() : 1))
            .toList();
  }
}
