package uz.yagona.engine.behavior;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.MultiInstance;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.Phase;

/** The body of a multi-instance activity: repeats the activity over a collection. */
final class MultiInstanceBehavior extends Behavior<Activity> {
  private static final String LOOP_COUNTER = "loopCounter";

  /** Number of repetitions started so far. */
  private static final String STARTED = "started";

  private static final String COMPLETED = "completed";
  private static final String TERMINATED = "terminated";
  private static final String TOTAL = "total";

  /** The collection as it was when the activity began, until the last repetition has started. */
  private static final String ITEMS = "items";

  /** The condition was fulfilled: what still runs is ended, nothing more is started. */
  private static final String FULFILLED = "fulfilled";

  /** Repetitions started in one step. */
  private static final int CHUNK = 100;

  MultiInstanceBehavior(Execution execution) {
    super(execution);
  }

  private static MultiInstance loop(Activity element) {
    var loop = element.multiInstance();
    if (loop == null) {
      throw new IllegalStateException("Expected activity '%s' to repeat".formatted(element.id()));
    }
    return loop;
  }

  @Override
  void enter(ElementInstance body, Activity element) {
    var loop = loop(element);
    var items = evaluateItems(body, loop);
    body.remember(TOTAL, items.size());
    if (loop.outputCollection() != null) {
      var empty = new ArrayList<@Nullable Object>();
      items.forEach(item -> empty.add(null));
      execution.variables.setLocal(body, loop.outputCollection(), empty);
    }
    if (items.isEmpty()) {
      execution.interpreter.complete(body);
    } else {
      repeat(body, element, items);
    }
  }

  private List<@Nullable Object> evaluateItems(ElementInstance body, MultiInstance loop) {
    return execution.feel.evaluateList(loop.inputCollection(), execution.variables.lookup(body));
  }

  /** What the expression gave on entry: changes of its variables have no effect on the loop. */
  @SuppressWarnings("unchecked")
  private List<@Nullable Object> items(ElementInstance body, MultiInstance loop) {
    return body.recall(ITEMS) instanceof List<?> kept
        ? (List<@Nullable Object>) kept
        : evaluateItems(body, loop);
  }

  private void keep(ElementInstance body, List<@Nullable Object> items) {
    if (body.recall(ITEMS) != null) {
      return;
    }
    var limit = execution.limits.variableSize();
    var length = 0;
    for (var item : items) {
      length += Variables.jsonOfValue(item).length() + 1;
      if (length > limit) {
        throw new IncidentException(
            IncidentType.MESSAGE_SIZE_EXCEEDED,
            "Expected the input collection of '%s' to have at most %d characters, but it has more"
                .formatted(body.element().id(), limit));
      }
    }
    body.remember(ITEMS, items);
  }

  @Override
  void resume(ElementInstance body, Activity element) {
    if (body.recall(FULFILLED) == null) {
      repeat(body, element, items(body, loop(element)));
    }
  }

  /** Starts the next one, or a chunk of the parallel ones. */
  private void repeat(ElementInstance body, Activity element, List<@Nullable Object> items) {
    var loop = loop(element);
    var started = body.recallInt(STARTED);
    var total = Math.min(items.size(), body.recallInt(TOTAL));
    var end = loop.sequential() ? Math.min(started + 1, total) : Math.min(started + CHUNK, total);
    body.remember(STARTED, end);
    if (end < total) {
      keep(body, items);
    } else {
      body.remember(ITEMS, null);
    }
    for (var index = started; index < end; index++) {
      var instance = execution.interpreter.activate(body, element, element.type(), index + 1);
      execution.variables.setLocal(instance, LOOP_COUNTER, index + 1);
      if (loop.outputVariable() != null) {
        execution.variables.setLocal(instance, loop.outputVariable(), null);
      }
      if (loop.inputElement() != null) {
        execution.variables.setLocal(instance, loop.inputElement(), items.get(index));
      }
    }
    if (!loop.sequential() && end < total) {
      execution.interpreter.schedule(body);
    }
  }

  /** Gathers the result of a repetition while its variables are there. */
  void collect(ElementInstance instance) {
    var body = instance.container();
    var loop = loop((Activity) body.element());
    var output = loop.outputElement();
    var collection = loop.outputCollection();
    if (output == null || collection == null) {
      return;
    }
    var value = execution.feel.evaluateValue(output, execution.variables.lookup(instance));
    var known = body.variable(collection);
    if (known != null && known.value() instanceof List<?> list) {
      var results = new ArrayList<@Nullable Object>(list);
      if (instance.loopCounter() <= results.size()) {
        results.set(instance.loopCounter() - 1, value);
      }
      execution.variables.setLocal(body, collection, results);
    }
  }

  @Override
  void childEnded(ElementInstance body, Activity element, ElementInstance child) {
    var ended = child.phase() == Phase.COMPLETED ? COMPLETED : TERMINATED;
    body.remember(ended, body.recallInt(ended) + 1);
    if (body.recall(FULFILLED) == null && isFulfilled(body, loop(element), child)) {
      body.remember(FULFILLED, true);
      body.children().forEach(execution.interpreter::terminate);
    }
    if (body.hasChildren()) {
      return;
    }
    if (body.recall(FULFILLED) != null || body.recallInt(STARTED) >= body.recallInt(TOTAL)) {
      execution.interpreter.complete(body);
    } else if (loop(element).sequential()) {
      repeat(body, element, items(body, loop(element)));
    }
  }

  private boolean isFulfilled(ElementInstance body, MultiInstance loop, ElementInstance child) {
    var condition = loop.completionCondition();
    if (condition == null) {
      return false;
    }
    var counters =
        Map.of(
            "numberOfInstances", body.recallInt(TOTAL),
            "numberOfActiveInstances", body.childCount(),
            "numberOfCompletedInstances", body.recallInt(COMPLETED),
            "numberOfTerminatedInstances", body.recallInt(TERMINATED));
    return execution.feel.evaluateBoolean(
        condition, VariableLookup.of(counters).orElse(execution.variables.lookup(child)));
  }

  @Override
  void completing(ElementInstance body, Activity element) {
    var name = loop(element).outputCollection();
    var collection = name == null ? null : body.variable(name);
    if (name != null && collection != null) {
      var value = new java.util.HashMap<String, @Nullable Object>();
      value.put(name, collection.value());
      execution.variables.propagate(body.container(), value);
    }
  }
}
