package uz.yagona.engine.behavior;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.model.AdHocSubProcess;
import uz.yagona.engine.state.ElementInstance;

/** The shell around one activity started in an ad-hoc sub-process, and what flows from it. */
final class AdHocShellBehavior extends Behavior<AdHocSubProcess> {
  /** Id of the activity. */
  static final String INSIDE = "inside";

  AdHocShellBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance shell, AdHocSubProcess element) {
    if (shell.recall(INSIDE) instanceof String inside) {
      execution.interpreter.activate(shell, shell.process().model().element(inside));
    }
  }

  @Override
  void childEnded(ElementInstance shell, AdHocSubProcess element, ElementInstance child) {
    if (!shell.hasChildren() && !execution.tokens.areWaiting(shell)) {
      execution.interpreter.complete(shell);
    }
  }

  /** Gathers the result while the shell's variables are there. */
  void collect(ElementInstance shell) {
    var instance = shell.container();
    var element = (AdHocSubProcess) shell.element();
    var output = element.outputElement();
    var collection = element.outputCollection();
    if (output == null || collection == null) {
      return;
    }
    var known = instance.variable(collection);
    var results = new ArrayList<@Nullable Object>();
    if (known != null && known.value() instanceof List<?> list) {
      results.addAll(list);
    }
    results.add(execution.feel.evaluateValue(output, execution.variables.lookup(shell)));
    execution.variables.setLocal(instance, collection, results);
  }
}
