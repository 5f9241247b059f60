package uz.yagona.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.dmn.Audit;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDecisionTable;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The decisions of one DMN file; remembers which rules have matched. */
final class Decisions {
  private static final DmnEngine ENGINE = new DmnEngine.Builder().build();

  private final ParsedDmn model;
  private final Set<String> matchedRules = new LinkedHashSet<>();

  private Decisions(ParsedDmn model) {
    this.model = model;
  }

  static Decisions of(String resource) {
    try (var in = Decisions.class.getResourceAsStream("/processes/" + resource)) {
      var parsed = ENGINE.parse(in);
      if (parsed.isLeft()) {
        throw new AssertionError(resource + ": " + parsed.left().toOption().get().message());
      }
      return new Decisions(parsed.toOption().get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The output as plain Java values; {@code null} when no rule matches. */
  @Nullable Object evaluate(String decisionId, Map<String, @Nullable Object> variables) {
    var result = ENGINE.eval(model, decisionId, new HashMap<>(variables));
    if (result.isLeft()) {
      throw new AssertionError(decisionId + ": " + result.left().toOption().get());
    }
    var value = result.toOption().get();
    CollectionConverters.asJava(value.auditLog().entries()).forEach(this::remember);
    return value.isNil() ? null : plain(value.value());
  }

  /** Rules that no evaluation has matched so far. */
  Set<String> unmatchedRules() {
    var rules = new LinkedHashSet<String>();
    CollectionConverters.asJava(model.decisions())
        .forEach(
            decision -> {
              if (decision.logic() instanceof ParsedDecisionTable table) {
                CollectionConverters.asJava(table.rules()).forEach(rule -> rules.add(rule.id()));
              }
            });
    rules.removeAll(matchedRules);
    return rules;
  }

  private void remember(Audit.AuditLogEntry entry) {
    if (entry.result() instanceof Audit.DecisionTableEvaluationResult table) {
      CollectionConverters.asJava(table.matchedRules())
          .forEach(rule -> matchedRules.add(rule.rule().id()));
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof scala.collection.Map<?, ?> map) {
      var plain = new LinkedHashMap<String, @Nullable Object>();
      CollectionConverters.asJava(map)
          .forEach((name, member) -> plain.put(name.toString(), plain(member)));
      return plain;
    }
    return value instanceof scala.math.BigDecimal number ? number.toInt() : value;
  }
}
