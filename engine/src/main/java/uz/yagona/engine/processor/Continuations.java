package uz.yagona.engine.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uz.yagona.engine.behavior.FollowUp.Continue;

/**
 * Instances whose work was cut, each once, in turn. Counts the steps that an instance and those it
 * calls have taken since they rested last, so that a model that loops for ever is found.
 */
final class Continuations {
  private final Map<Long, Continue> waiting = new LinkedHashMap<>();
  private final Map<Long, Long> steps = new HashMap<>();

  void add(Continue next) {
    waiting.putIfAbsent(next.processInstanceKey(), next);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  List<Continue> take(int limit) {
    var taken = waiting.values().stream().limit(limit).toList();
    taken.forEach(next -> waiting.remove(next.processInstanceKey()));
    return taken;
  }

  /** The instance has taken so many steps more. */
  void worked(Continue next, int taken) {
    steps.merge(next.rootInstanceKey(), (long) taken, Long::sum);
  }

  /** Steps without rest so far. */
  long steps(Continue next) {
    return steps.getOrDefault(next.rootInstanceKey(), 0L);
  }

  /** The batch is over: who does not wait to go on has come to rest. */
  void batchOver() {
    if (steps.isEmpty()) {
      return;
    }
    var restless = new ArrayList<Long>();
    waiting.values().forEach(next -> restless.add(next.rootInstanceKey()));
    steps.keySet().retainAll(new java.util.HashSet<>(restless));
  }

  void clear() {
    waiting.clear();
    steps.clear();
  }
}
