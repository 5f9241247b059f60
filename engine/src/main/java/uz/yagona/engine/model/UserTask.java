package uz.yagona.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Expression;

/**
 * Work for a person: a user task of the engine or, without {@code zeebe:userTask}, a job of type
 * {@code io.camunda.zeebe:userTask}.
 *
 * @param nativeTask whether the engine keeps the task itself
 * @param candidateGroups list of texts, or one comma-separated text
 * @param dueDate ISO date-time
 * @param priority number from 0 to 100; {@code null} means 50
 * @param listeners in the order of the model
 */
public record UserTask(
    ElementTraits traits,
    ActivityTraits activity,
    boolean nativeTask,
    @Nullable Expression assignee,
    @Nullable Expression candidateGroups,
    @Nullable Expression candidateUsers,
    @Nullable Expression dueDate,
    @Nullable Expression followUpDate,
    @Nullable Expression priority,
    @Nullable FormReference form,
    Map<String, String> headers,
    List<TaskListener> listeners)
    implements Activity {

  /** Job type of a user task that a job worker does. */
  public static final String JOB_TYPE = "io.camunda.zeebe:userTask";

  /** The listeners of one change, in the order of the model. */
  public List<TaskListener> listeners(TaskListener.Event event) {
    return listeners.stream().filter(listener -> listener.event() == event).toList();
  }
}
