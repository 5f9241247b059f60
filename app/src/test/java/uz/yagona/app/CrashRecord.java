package uz.yagona.app;

import java.util.HashSet;
import java.util.Set;

/**
 * What was acknowledged until a moment.
 *
 * @param started keys of process instances that were started
 * @param jobs element instance keys whose job was completed
 * @param tasks keys of user tasks that were completed
 * @param messages correlation keys of messages that were published
 */
record CrashRecord(Set<Long> started, Set<Long> jobs, Set<Long> tasks, Set<String> messages) {
  static final CrashRecord NONE = new CrashRecord(Set.of(), Set.of(), Set.of(), Set.of());

  /** What is in this one alone. */
  CrashRecord without(CrashRecord earlier) {
    return new CrashRecord(
        difference(started, earlier.started),
        difference(jobs, earlier.jobs),
        difference(tasks, earlier.tasks),
        difference(messages, earlier.messages));
  }

  private static <T> Set<T> difference(Set<T> all, Set<T> earlier) {
    var rest = new HashSet<>(all);
    rest.removeAll(earlier);
    return rest;
  }
}
