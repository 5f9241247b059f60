package uz.yagona.engine.feel;

import org.camunda.feel.context.Context;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.syntaxtree.ValFunction;
import scala.Option;
import scala.Some;
import scala.collection.Iterable;
import scala.collection.immutable.List$;

/** Lets FEEL fetch variables one by one. */
final class LazyContext extends CustomContext {

  private final VariableLookup variables;
  private final FunctionProvider functions = new Functions(new EvaluationBudget());

  private LazyContext(VariableLookup variables) {
    this.variables = variables;
  }

  static Context of(VariableLookup variables) {
    return new LazyContext(variables);
  }

  @Override
  public FunctionProvider functionProvider() {
    return functions;
  }

  @Override
  public VariableProvider variableProvider() {
    return new VariableProvider() {
      @Override
      public Option<Object> getVariable(String name) {
        var value = variables.find(name);
        return value == VariableLookup.ABSENT ? Option.empty() : new Some<>(value);
      }

      @Override
      public Iterable<String> keys() {
        return List$.MODULE$.<String>empty();
      }
    };
  }

  /** The functions of one evaluation. */
  private record Functions(EvaluationBudget budget) implements FunctionProvider {

    private static final CamundaFunctions CAMUNDA = new CamundaFunctions();

    @Override
    public scala.collection.immutable.List<ValFunction> getFunctions(String name) {
      var own = budget.getFunctions(name);
      return own.isEmpty() ? CAMUNDA.getFunctions(name) : own;
    }

    @Override
    public Iterable<String> functionNames() {
      return CAMUNDA.functionNames();
    }
  }
}
