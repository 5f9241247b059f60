package uz.yagona.engine.feel;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.SomeItem;
import scala.Product;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rewrites a parsed expression so that whatever can repeat reports to an {@link EvaluationBudget}:
 * bodies of loops and functions, filtered lists and ranges. An expression without them stays as is.
 */
public final class BudgetedSyntax {

  private static final String SYNTAX = Exp.class.getPackageName();

  private static final AtomicLong LOOPS = new AtomicLong();

  private BudgetedSyntax() {}

  /** The same expression, reporting to the budget that its context provides. */
  public static ParsedExpression of(ParsedExpression parsed) {
    var expression = (Exp) rewrite(parsed.expression());
    return expression == parsed.expression()
        ? parsed
        : new ParsedExpression(expression, parsed.text());
  }

  private static Object rewrite(Object node) {
    if (node instanceof scala.collection.immutable.List<?> list) {
      return list(list);
    }
    if (node instanceof scala.collection.immutable.Map<?, ?> map) {
      return scala.collection.immutable.Map.from(list(map.toList()));
    }
    if (node instanceof Tuple2<?, ?> pair) {
      var second = rewrite(pair._2());
      return second == pair._2() ? pair : new Tuple2<>(pair._1(), second);
    }
    if (node instanceof Product product
        && product.productArity() > 0
        && node.getClass().getPackageName().equals(SYNTAX)) {
      return budgeted(withRewrittenFields(product));
    }
    return node;
  }

  private static <T> scala.collection.immutable.List<T> list(
      scala.collection.immutable.List<T> list) {
    var items = new ArrayList<T>();
    var changed = false;
    for (var item : CollectionConverters.asJava(list)) {
      @SuppressWarnings("unchecked")
      var rewritten = (T) rewrite(item);
      changed |= rewritten != item;
      items.add(rewritten);
    }
    return changed ? CollectionConverters.asScala(items).toList() : list;
  }

  private static Object withRewrittenFields(Product product) {
    var fields = new Object[product.productArity()];
    var changed = false;
    for (var i = 0; i < fields.length; i++) {
      fields[i] = rewrite(product.productElement(i));
      changed |= fields[i] != product.productElement(i);
    }
    if (!changed) {
      return product;
    }
    try {
      return product.getClass().getConstructors()[0].newInstance(fields);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Expected to copy " + product.getClass(), e);
    }
  }

  private static Object budgeted(Object node) {
    if (node instanceof For loop) {
      return spend(new For(crossed(loop.iterators()), spend(loop.exp())));
    }
    if (node instanceof SomeItem some) {
      return new SomeItem(crossed(some.iterators()), spend(some.condition()));
    }
    if (node instanceof EveryItem every) {
      return new EveryItem(crossed(every.iterators()), spend(every.condition()));
    }
    if (node instanceof Filter filter) {
      return new Filter(spend(filter.list()), filter.filter());
    }
    if (node instanceof FunctionDefinition function
        && !(function.body() instanceof JavaFunctionInvocation)) {
      return new FunctionDefinition(function.parameters(), spend(function.body()));
    }
    if (node instanceof FunctionInvocation call) {
      return guarded(call);
    }
    if (node instanceof IterationContext range) {
      return call(EvaluationBudget.RANGE, range.start(), range.end());
    }
    return node;
  }

  private static FunctionInvocation guarded(FunctionInvocation call) {
    var arguments =
        call.params() instanceof PositionalFunctionParameters positional
            ? positional.params().size()
            : ((NamedFunctionParameters) call.params()).params().size();
    var function = GuardedRegex.of(call.function(), arguments);
    return function.equals(call.function())
        ? call
        : new FunctionInvocation(function, call.params());
  }

  /**
   * Several iterators are multiplied before the body sees the first item: each reports the size of
   * its list with the number of the loop.
   */
  private static scala.collection.immutable.List<Tuple2<String, Exp>> crossed(
      scala.collection.immutable.List<Tuple2<String, Exp>> iterators) {
    if (iterators.size() == 1) {
      return iterators;
    }
    var loop = number(LOOPS.incrementAndGet());
    var crossed = new ArrayList<Tuple2<String, Exp>>();
    for (var iterator : CollectionConverters.asJava(iterators)) {
      var position = number(crossed.size());
      crossed.add(
          new Tuple2<>(iterator._1(), call(EvaluationBudget.CROSS, loop, position, iterator._2())));
    }
    return CollectionConverters.asScala(crossed).toList();
  }

  private static Exp number(long value) {
    return new ConstNumber(scala.math.BigDecimal.valueOf(value));
  }

  private static Exp spend(Exp expression) {
    return call(EvaluationBudget.SPEND, expression);
  }

  private static Exp call(String function, Exp... arguments) {
    var parameters = CollectionConverters.asScala(java.util.List.of(arguments)).toList();
    return new FunctionInvocation(function, new PositionalFunctionParameters(parameters));
  }
}
