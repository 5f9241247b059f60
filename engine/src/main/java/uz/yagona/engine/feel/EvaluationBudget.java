package uz.yagona.engine.feel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import scala.Function1;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Ends an evaluation that would take too long or grow too large. One per evaluation; the functions
 * it provides are called by {@link BudgetedSyntax}.
 */
public final class EvaluationBudget implements FunctionProvider {

  static final String SPEND = "$spend";
  static final String RANGE = "$range";
  static final String CROSS = "$cross";

  private static final int MAX_STEPS = 1_000_000;
  private static final int MAX_ITEMS = 100_000;
  private static final int MAX_TEXT = 4_000_000;
  private static final long MAX_NANOS = 2_000_000_000L;

  private final long startedAt = System.nanoTime();
  private final Map<Long, Long> combinations = new HashMap<>();
  private long steps;

  /** The functions of a new budget by name, for contexts that know variables only. */
  public static Map<String, ValFunction> newFunctions() {
    var budget = new EvaluationBudget();
    var functions = new HashMap<>(GuardedRegex.all());
    for (var name : List.of(SPEND, RANGE, CROSS)) {
      functions.put(name, budget.getFunctions(name).head());
    }
    return functions;
  }

  @Override
  public scala.collection.immutable.List<ValFunction> getFunctions(String name) {
    return switch (name) {
      case SPEND -> function(List.of("value"), arguments -> spend(arguments.head()));
      case RANGE -> function(List.of("start", "end"), pair -> range(pair.head(), pair.apply(1)));
      case CROSS ->
          function(
              List.of("loop", "position", "list"),
              loop -> cross(loop.head(), loop.apply(1), loop.apply(2)));
      default -> guarded(name);
    };
  }

  private static scala.collection.immutable.List<ValFunction> guarded(String name) {
    var function = GuardedRegex.all().get(name);
    return CollectionConverters.asScala(
            function == null ? List.<ValFunction>of() : List.of(function))
        .toList();
  }

  private static scala.collection.immutable.List<ValFunction> function(
      List<String> parameters, Function1<scala.collection.immutable.List<Val>, Object> invocation) {
    var names = CollectionConverters.asScala(parameters).toList();
    return CollectionConverters.asScala(List.of(new ValFunction(names, invocation, false)))
        .toList();
  }

  @Override
  public Iterable<String> functionNames() {
    return scala.collection.immutable.List$.MODULE$.<String>empty();
  }

  private Val spend(Val value) {
    var size = 0;
    if (value instanceof ValList list) {
      size = list.itemsAsSeq().size();
      check(size <= MAX_ITEMS, "a list of at most %d items", MAX_ITEMS);
    } else if (value instanceof ValString text) {
      size = text.value().length() / 16;
      check(text.value().length() <= MAX_TEXT, "a text of at most %d characters", MAX_TEXT);
    }
    step(1 + size);
    return value;
  }

  /** The lists of one loop come in order; their sizes multiply. */
  private Val cross(Val loop, Val position, Val list) {
    if (list instanceof ValList items && loop instanceof ValNumber number) {
      var isFirst = position instanceof ValNumber first && first.value().signum() == 0;
      var before = isFirst ? 1L : combinations.getOrDefault(number.value().toLong(), 1L);
      var size = before * items.itemsAsSeq().size();
      check(size <= MAX_ITEMS, "a loop over at most %d combinations", MAX_ITEMS);
      combinations.put(number.value().toLong(), size);
      step(size);
    }
    return list;
  }

  private Val range(Val start, Val end) {
    if (!(start instanceof ValNumber from && end instanceof ValNumber to)) {
      throw new Exhausted(
          "Expected a range of numbers, but it is from %s to %s".formatted(start, end));
    }
    var size = to.value().bigDecimal().subtract(from.value().bigDecimal()).abs();
    check(
        size.compareTo(BigDecimal.valueOf(MAX_ITEMS)) < 0,
        "a range of at most %d items",
        MAX_ITEMS);
    step(size.longValue());
    var direction = BigDecimal.valueOf(to.value().compare(from.value()) < 0 ? -1 : 1);
    var items = new ArrayList<Val>();
    var next = from.value().bigDecimal();
    for (var i = 0; i <= size.intValue(); i++) {
      items.add(new ValNumber(scala.math.BigDecimal.javaBigDecimal2bigDecimal(next)));
      next = next.add(direction);
    }
    return new ValList(CollectionConverters.asScala(items).toList());
  }

  private void step(long count) {
    steps += count;
    check(steps <= MAX_STEPS, "an evaluation of at most %d steps", MAX_STEPS);
    check(
        System.nanoTime() - startedAt <= MAX_NANOS,
        "an evaluation of at most %d seconds",
        MAX_NANOS / 1_000_000_000);
  }

  private static void check(boolean withinLimit, String limit, long value) {
    if (!withinLimit) {
      throw new Exhausted("Expected " + limit.formatted(value) + ", but it is more");
    }
  }

  /** The evaluation has used up its budget. */
  public static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Exhausted(String message) {
      super(message, null, false, false);
    }
  }
}
