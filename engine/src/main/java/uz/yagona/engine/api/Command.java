package uz.yagona.engine.api;

/**
 * Something the engine is asked to do, all or nothing.
 *
 * @param <R> what the caller gets back
 */
public sealed interface Command<R>
    permits ClusterVariableCommand,
        DeploymentCommand,
        ProcessInstanceCommand,
        JobCommand,
        UserTaskCommand,
        EventCommand,
        ElementCommand,
        DecisionCommand,
        GlobalTaskListenerCommand {

  /** What the command carries; most carry nothing. */
  default Variables variables() {
    return Variables.NONE;
  }

  /** About how many bytes of memory the command takes while it waits. */
  default long volume() {
    return variables().volume();
  }
}
