package uz.yagona.engine.query;

import java.util.List;

/**
 * One operator with what it compares to: one value, or for {@code $in} and {@code $notIn} any
 * number. Values are strings, numbers or booleans as they came in JSON.
 */
public record Comparison(Operator operator, List<Object> values) {
  public Comparison {
    values = List.copyOf(values);
    if (operator != Operator.IN && operator != Operator.NOT_IN && values.size() != 1) {
      throw new InvalidSearchException(
          "Expected one value for %s, but got %d".formatted(operator.token(), values.size()));
    }
  }

  public static Comparison equalTo(Object value) {
    return new Comparison(Operator.EQ, List.of(value));
  }

  /** Whether it asks for one value, or for one of several. */
  boolean isOneOf() {
    return operator == Operator.EQ || operator == Operator.IN;
  }

  Object value() {
    return values.get(0);
  }
}
