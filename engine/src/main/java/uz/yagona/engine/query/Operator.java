package uz.yagona.engine.query;

import java.util.Arrays;
import java.util.Optional;

/** Comparison of a search filter, written as in the Camunda 8 API. */
public enum Operator {
  EQ("$eq"),
  NEQ("$neq"),
  EXISTS("$exists"),
  IN("$in"),
  NOT_IN("$notIn"),
  GT("$gt"),
  GTE("$gte"),
  LT("$lt"),
  LTE("$lte"),
  LIKE("$like");

  private final String token;

  Operator(String token) {
    this.token = token;
  }

  public String token() {
    return token;
  }

  public static Optional<Operator> ofToken(String token) {
    return Arrays.stream(values()).filter(operator -> operator.token.equals(token)).findFirst();
  }

  boolean isNegative() {
    return this == NEQ || this == NOT_IN;
  }
}
