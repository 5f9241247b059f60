package uz.yagona.gateway.search;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uz.yagona.engine.query.Comparison;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.Filter;
import uz.yagona.engine.query.Operator;
import uz.yagona.engine.query.SearchTable;
import uz.yagona.gateway.problem.InvalidRequestException;

/**
 * Reads a filter object. A plain value stands for {@code $eq}; a list of values must all be met;
 * what is null or an empty list counts as not given, since clients send those for what nobody set.
 */
final class FilterReader {
  private final SearchTable table;

  FilterReader(SearchTable table) {
    this.table = table;
  }

  Filter read(ObjectNode filter) {
    var all = new ArrayList<Condition>();
    var anyOf = new ArrayList<List<Condition>>();
    for (var entry : filter.properties()) {
      if (entry.getKey().equals("$or")) {
        list("$or", entry.getValue()).forEach(each -> anyOf.add(alternative(each)));
      } else {
        all.addAll(conditions(entry.getKey(), entry.getValue()));
      }
    }
    return new Filter(all, anyOf);
  }

  private List<Condition> alternative(JsonNode alternative) {
    var conditions = new ArrayList<Condition>();
    for (var entry : object("$or", alternative).properties()) {
      conditions.addAll(conditions(entry.getKey(), entry.getValue()));
    }
    return conditions;
  }

  private List<Condition> conditions(String field, JsonNode value) {
    if (value.isNull()) {
      return List.of();
    }
    if (table.comparesVariables(field)) {
      return list(field, value).stream().map(each -> variable(field, each)).toList();
    }
    if (value.isArray()) {
      return list(field, value).stream()
          .map(each -> new Condition(field, null, comparisons(field, each)))
          .toList();
    }
    return List.of(new Condition(field, null, comparisons(field, value)));
  }

  private Condition variable(String field, JsonNode node) {
    var variable = object(field, node);
    var name = variable.get("name");
    var value = variable.get("value");
    if (name == null || !name.isString() || value == null || variable.size() != 2) {
      throw new InvalidRequestException(
          "Expected '%s' to be a list of {name, value}, but got %s".formatted(field, node));
    }
    return new Condition(field, name.stringValue(), comparisons(field, value));
  }

  private static List<Comparison> comparisons(String field, JsonNode value) {
    if (!value.isObject()) {
      return List.of(Comparison.equalTo(scalar(field, value)));
    }
    var comparisons = new ArrayList<Comparison>();
    for (var entry : value.properties()) {
      var operator = operator(field, entry.getKey());
      if (entry.getValue().isNull()) {
        continue;
      }
      if (operator == Operator.IN || operator == Operator.NOT_IN) {
        var values =
            list(field, entry.getValue()).stream().map(each -> scalar(field, each)).toList();
        if (!values.isEmpty()) {
          comparisons.add(new Comparison(operator, values));
        }
      } else {
        comparisons.add(new Comparison(operator, List.of(scalar(field, entry.getValue()))));
      }
    }
    return comparisons;
  }

  private static Operator operator(String field, String token) {
    return Operator.ofToken(token)
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    "Expected an operator such as $eq, $in or $like for '%s', but got '%s'"
                        .formatted(field, token)));
  }

  private static Object scalar(String field, JsonNode value) {
    if (value.isString()) {
      return value.stringValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isInt()) {
      return value.intValue();
    }
    if (value.isIntegralNumber()) {
      return value.asString();
    }
    throw new InvalidRequestException(
        "Expected a text, a whole number, true or false for '%s', but got %s"
            .formatted(field, value));
  }

  private static List<JsonNode> list(String field, JsonNode value) {
    if (!value.isArray()) {
      throw new InvalidRequestException(
          "Expected a list for '%s', but got %s".formatted(field, value));
    }
    return List.copyOf(value.values());
  }

  private static ObjectNode object(String field, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw new InvalidRequestException(
        "Expected objects in '%s', but got %s".formatted(field, value));
  }
}
