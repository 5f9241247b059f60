package uz.yagona.engine.feel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What {@code fromAi(value, description, type, schema, options)} calls ask a language model for.
 */
public final class AiParameters {
  private static final String FUNCTION = "fromAi";
  private static final List<String> ARGUMENTS =
      List.of("value", "description", "type", "schema", "options");

  private final Feel feel;

  public AiParameters(Feel feel) {
    this.feel = feel;
  }

  /** The parameters of all calls in the expression: name, description, type, schema, options. */
  public List<Map<String, Object>> of(Expression expression) {
    var found = new ArrayList<Map<String, Object>>();
    if (expression instanceof Expression.Parsed parsed && parsed.text().contains(FUNCTION)) {
      collect(parsed.syntax().expression(), found);
    }
    return found;
  }

  private void collect(Object node, List<Map<String, Object>> found) {
    if (node instanceof FunctionInvocation call && call.function().equals(FUNCTION)) {
      var parameter = parameter(arguments(call));
      if (parameter != null) {
        found.add(parameter);
      }
    } else if (node instanceof Iterable<?> nodes) {
      CollectionConverters.asJava(nodes).forEach(each -> collect(each, found));
    } else if (node instanceof Product product) {
      CollectionConverters.asJava(product.productIterator())
          .forEachRemaining(each -> collect(each, found));
    }
  }

  private static Map<String, Exp> arguments(FunctionInvocation call) {
    var arguments = new LinkedHashMap<String, Exp>();
    if (call.params() instanceof PositionalFunctionParameters positional) {
      for (var value : CollectionConverters.asJava(positional.params())) {
        if (arguments.size() < ARGUMENTS.size()) {
          arguments.put(ARGUMENTS.get(arguments.size()), value);
        }
      }
    } else if (call.params() instanceof NamedFunctionParameters named) {
      arguments.putAll(CollectionConverters.asJava(named.params()));
    }
    return arguments;
  }

  private @Nullable Map<String, Object> parameter(Map<String, Exp> arguments) {
    var name = name(arguments.get("value"));
    if (name == null) {
      return null;
    }
    var parameter = new LinkedHashMap<String, Object>();
    parameter.put("name", name);
    for (var argument : ARGUMENTS.subList(1, ARGUMENTS.size())) {
      var value = constant(arguments.get(argument));
      if (value != null) {
        parameter.put(argument, value);
      }
    }
    return Collections.unmodifiableMap(parameter);
  }

  /** {@code amount} of {@code toolCall.amount}. */
  private static @Nullable String name(@Nullable Exp value) {
    if (value instanceof PathExpression path) {
      return path.key();
    }
    return value instanceof Ref reference ? reference.names().last() : null;
  }

  private @Nullable Object constant(@Nullable Exp value) {
    if (value == null) {
      return null;
    }
    var parsed = new Expression.Parsed(FUNCTION, new ParsedExpression(value, FUNCTION));
    try {
      return feel.evaluateValue(parsed, VariableLookup.NONE);
    } catch (ExpressionException e) {
      return null;
    }
  }
}
