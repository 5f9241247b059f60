package uz.yagona.engine.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.dmn.Audit.AuditLog;
import org.camunda.dmn.Audit.AuditLogEntry;
import org.camunda.dmn.Audit.DecisionTableEvaluationResult;
import org.camunda.dmn.Audit.EvaluatedRule;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.DmnEngine.EvalFailure;
import org.camunda.dmn.DmnEngine.EvalResult;
import org.camunda.dmn.parser.ParsedDecisionTable;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Left;
import scala.util.Right;
import uz.yagona.engine.dmn.DecisionResult.Evaluated;
import uz.yagona.engine.dmn.DecisionResult.Input;
import uz.yagona.engine.dmn.DecisionResult.Output;
import uz.yagona.engine.dmn.DecisionResult.Rule;
import uz.yagona.engine.feel.EvaluationBudget;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.feel.PlainValues;
import uz.yagona.engine.feel.VariableLookup;

/** Evaluates decisions. Thread-safe. */
public final class DmnEvaluator {

  private static final ValueMapper VALUES = ValueMapper.defaultValueMapper();

  private final DmnEngine engine;
  private final Feel feel;

  /** {@code now()} and {@code today()} follow the clock of {@code feel}. */
  public DmnEvaluator(Feel feel) {
    this.feel = feel;
    engine = new DmnEngine.Builder().clock(feel.clock()).build();
  }

  /** Evaluates a decision and those it requires; failures are in the result. */
  public DecisionResult evaluate(DecisionModel model, String decisionId, VariableLookup variables) {
    try {
      var result =
          engine.eval(model.syntax(), decisionId, context(model, feel.withShared(variables)));
      if (result instanceof Left<EvalFailure, EvalResult> failure) {
        var log = failure.value().auditLog();
        var why = failure.value().failure().message();
        return failed(failedDecision(log, decisionId), why, model, log);
      }
      var success = ((Right<EvalFailure, EvalResult>) result).value();
      var output = success.isNil() ? null : PlainValues.of(success.value());
      return new DecisionResult(output, null, null, evaluated(model, success.auditLog()));
    } catch (StackOverflowError deep) {
      return failed(decisionId, "it recurses too deeply", model, null);
    } catch (IllegalArgumentException | ArithmeticException | EvaluationBudget.Exhausted large) {
      return failed(decisionId, String.valueOf(large.getMessage()), model, null);
    }
  }

  private static DecisionResult failed(
      String failedId, String why, DecisionModel model, @Nullable AuditLog log) {
    return new DecisionResult(
        null,
        failedId,
        "Expected to evaluate decision '%s', but %s".formatted(failedId, why),
        log == null ? List.of() : evaluated(model, log));
  }

  private static Map<String, Object> context(DecisionModel model, VariableLookup variables) {
    var context = new HashMap<String, Object>(EvaluationBudget.newFunctions());
    for (var name : model.variables()) {
      var value = variables.find(name);
      if (value != VariableLookup.ABSENT) {
        context.put(name, value);
      }
    }
    return context;
  }

  /** The first decision in the log that ended in an error. */
  private static String failedDecision(AuditLog log, String decisionId) {
    return CollectionConverters.asJava(log.entries()).stream()
        .filter(entry -> entry.result().result() instanceof ValError)
        .map(AuditLogEntry::id)
        .findFirst()
        .orElse(decisionId);
  }

  private static List<Evaluated> evaluated(DecisionModel model, AuditLog log) {
    Set<String> decisions =
        model.decisions().stream()
            .map(DecisionModel.Decision::id)
            .collect(Collectors.toUnmodifiableSet());
    return CollectionConverters.asJava(log.entries()).stream()
        .filter(entry -> decisions.contains(entry.id()))
        .map(DmnEvaluator::evaluated)
        .toList();
  }

  private static Evaluated evaluated(AuditLogEntry entry) {
    var output = plain(entry.result().result());
    if (entry.result() instanceof DecisionTableEvaluationResult table
        && entry.decisionLogic() instanceof ParsedDecisionTable logic) {
      return new Evaluated(entry.id(), output, inputs(table), rules(table, logic));
    }
    return new Evaluated(entry.id(), output, List.of(), List.of());
  }

  private static List<Input> inputs(DecisionTableEvaluationResult table) {
    return CollectionConverters.asJava(table.inputs()).stream()
        .map(input -> new Input(input.input().id(), input.input().name(), plain(input.value())))
        .toList();
  }

  private static List<Rule> rules(DecisionTableEvaluationResult table, ParsedDecisionTable logic) {
    var ids = new ArrayList<String>();
    CollectionConverters.asJava(logic.rules()).forEach(rule -> ids.add(rule.id()));
    return CollectionConverters.asJava(table.matchedRules()).stream()
        .map(rule -> new Rule(rule.rule().id(), ids.indexOf(rule.rule().id()) + 1, outputs(rule)))
        .toList();
  }

  private static List<Output> outputs(EvaluatedRule rule) {
    return CollectionConverters.asJava(rule.outputs()).stream()
        .map(
            output -> {
              var column = output.output();
              var label = column.label();
              return new Output(
                  column.id(),
                  label == null || label.isBlank() ? column.name() : label,
                  plain(output.value()));
            })
        .toList();
  }

  private static @Nullable Object plain(Val value) {
    return value instanceof ValError ? null : PlainValues.of(VALUES.unpackVal(value));
  }

  /** Loads and compiles what the first evaluation needs; takes about two seconds on a cold JVM. */
  public void warmUp() {
    var model = new DmnParser().parse("warm-up.dmn", WarmUp.DMN);
    evaluate(model, "warm-up", name -> name.equals("amount") ? (Object) 7 : VariableLookup.ABSENT);
  }
}
