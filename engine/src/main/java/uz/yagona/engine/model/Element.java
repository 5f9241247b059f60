package uz.yagona.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One element of a process: the process itself, an event, a gateway or an activity. */
public sealed interface Element permits Scope, Activity, Event, Gateway {

  /** What every element has. */
  ElementTraits traits();

  default String id() {
    return traits().id();
  }

  default @Nullable String name() {
    return traits().name();
  }

  default ElementType type() {
    return traits().type();
  }

  /** Id of the enclosing scope; {@code null} for the process. */
  default @Nullable String scopeId() {
    return traits().scopeId();
  }

  default List<SequenceFlow> incoming() {
    return traits().incoming();
  }

  /** Outgoing sequence flows in the order of the model. */
  default List<SequenceFlow> outgoing() {
    return traits().outgoing();
  }

  default List<Mapping> inputs() {
    return traits().inputs();
  }

  default List<Mapping> outputs() {
    return traits().outputs();
  }

  default List<ExecutionListener> startListeners() {
    return traits().startListeners();
  }

  default List<ExecutionListener> endListeners() {
    return traits().endListeners();
  }

  default Map<String, String> properties() {
    return traits().properties();
  }
}
