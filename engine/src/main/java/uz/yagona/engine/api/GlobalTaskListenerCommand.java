package uz.yagona.engine.api;

import java.util.List;

/** Commands on listeners that run for every user task. */
public sealed interface GlobalTaskListenerCommand extends Command<Done> {

  /**
   * A listener.
   *
   * @param type of its jobs
   * @param retries of each job, 1 or more
   * @param afterNonGlobal whether it runs after the listeners of the model, else before them
   * @param priority higher ones run first; of equal ones the smaller id
   * @param eventTypes {@code creating}, {@code assigning}, {@code updating}, {@code completing},
   *     {@code canceling}, or {@code all}
   */
  record GlobalTaskListener(
      String id,
      String type,
      int retries,
      boolean afterNonGlobal,
      int priority,
      List<String> eventTypes) {}

  /**
   * Adds a listener; changes that have begun go on without it.
   *
   * <p>Rejected: INVALID_ARGUMENT, ALREADY_EXISTS.
   */
  record CreateGlobalTaskListener(GlobalTaskListener listener)
      implements GlobalTaskListenerCommand {}

  /**
   * Replaces a listener; changes that have begun go on as they were.
   *
   * <p>Rejected: INVALID_ARGUMENT, NOT_FOUND.
   */
  record UpdateGlobalTaskListener(GlobalTaskListener listener)
      implements GlobalTaskListenerCommand {}

  /**
   * Removes a listener; changes that have begun still wait for it.
   *
   * <p>Rejected: NOT_FOUND.
   */
  record DeleteGlobalTaskListener(String id) implements GlobalTaskListenerCommand {}
}
