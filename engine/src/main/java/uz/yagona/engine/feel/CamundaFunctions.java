package uz.yagona.engine.feel;

import java.util.ArrayList;
import java.util.List;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.syntaxtree.ValYearMonthDuration;
import scala.Function1;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The functions that Camunda 8 adds to FEEL: {@code cycle} for repeating timers, and {@code
 * fromAi}, which marks an input that an agent fills and is its first argument.
 */
final class CamundaFunctions implements FunctionProvider {

  private static final List<String> FROM_AI =
      List.of("value", "description", "type", "schema", "options");

  private static final scala.collection.immutable.List<ValFunction> CYCLES =
      scala(
          List.of(
              function(List.of("interval"), arguments -> cycle(ValNull$.MODULE$, arguments.head())),
              function(
                  List.of("repetitions", "interval"),
                  arguments -> cycle(arguments.head(), arguments.apply(1)))));
  private static final scala.collection.immutable.List<ValFunction> FROM_AIS = scala(fromAi());

  @Override
  public scala.collection.immutable.List<ValFunction> getFunctions(String name) {
    return switch (name) {
      case "cycle" -> CYCLES;
      case "fromAi" -> FROM_AIS;
      default -> scala(List.of());
    };
  }

  @Override
  public Iterable<String> functionNames() {
    return scala(List.of("cycle", "fromAi"));
  }

  private static List<ValFunction> fromAi() {
    var functions = new ArrayList<ValFunction>();
    for (var size = 1; size <= FROM_AI.size(); size++) {
      functions.add(function(FROM_AI.subList(0, size), arguments -> arguments.head()));
    }
    return functions;
  }

  private static Val cycle(Val repetitions, Val interval) {
    String period;
    if (interval instanceof ValDayTimeDuration duration) {
      period = duration.value().toString();
    } else if (interval instanceof ValYearMonthDuration months) {
      period = months.value().normalized().toString();
    } else {
      return new ValError(
          "Expected the interval of a cycle to be a duration, but it is " + interval);
    }
    if (repetitions == ValNull$.MODULE$) {
      return new ValString("R/" + period);
    }
    if (repetitions instanceof ValNumber number) {
      return new ValString("R%d/%s".formatted(number.value().toInt(), period));
    }
    return new ValError(
        "Expected the repetitions of a cycle to be a number, but it is " + repetitions);
  }

  private static ValFunction function(
      List<String> parameters, Function1<scala.collection.immutable.List<Val>, Object> body) {
    return new ValFunction(scala(parameters), body, false);
  }

  private static <T> scala.collection.immutable.List<T> scala(List<T> items) {
    return CollectionConverters.asScala(items).toList();
  }
}
