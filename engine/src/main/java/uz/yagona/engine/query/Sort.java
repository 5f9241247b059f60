package uz.yagona.engine.query;

/** One sort criterion; missing values come last in both directions. */
public record Sort(String field, boolean descending) {}
