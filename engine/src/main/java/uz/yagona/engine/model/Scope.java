package uz.yagona.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element that holds other elements. */
public sealed interface Scope extends Element
    permits ProcessRoot, SubProcess, EventSubProcess, AdHocSubProcess {

  ScopeTraits scope();

  /** Ids of the elements directly inside, in the order of the model. */
  default List<String> children() {
    return scope().children();
  }

  /** Event sub-processes directly inside. */
  default List<EventSubProcess> eventSubProcesses() {
    return scope().eventSubProcesses();
  }

  /** The start event without event definition; {@code null} if there is none. */
  default @Nullable StartEvent noneStart() {
    return scope().noneStart();
  }
}
