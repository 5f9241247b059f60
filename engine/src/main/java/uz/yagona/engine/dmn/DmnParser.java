package uz.yagona.engine.dmn;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import scala.util.Either;
import scala.util.Left;
import scala.util.Right;
import uz.yagona.engine.feel.BudgetedSyntax;
import uz.yagona.engine.parse.InvalidModelException;

/** Reads and checks DMN files. Thread-safe. */
public final class DmnParser {

  private static final int MAX_EXPRESSION = 32_768;

  private final FeelEngineApi feel = FeelEngineBuilder.create().build();
  private final org.camunda.dmn.parser.DmnParser parser =
      new org.camunda.dmn.parser.DmnParser(
          new DmnEngine.Configuration(false, false, false),
          text -> parsed(text, feel::parseExpression),
          text -> parsed(text, feel::parseUnaryTests));

  private static Either<String, ParsedExpression> parsed(
      String text, java.util.function.Function<String, ParseResult> parse) {
    if (text.length() > MAX_EXPRESSION) {
      return new Left<>(
          "Expected an expression of at most %d characters, but it has %d"
              .formatted(MAX_EXPRESSION, text.length()));
    }
    var result = parse.apply(text);
    return result.isFailure()
        ? new Left<>(result.failure().message())
        : new Right<>(BudgetedSyntax.of(result.parsedExpression()));
  }

  /**
   * The decisions of a file.
   *
   * @throws InvalidModelException when it is no DMN or holds expressions that cannot be parsed
   */
  public DecisionModel parse(String resourceName, byte[] xml) {
    try {
      var result = parser.parse(new ByteArrayInputStream(xml));
      if (result instanceof Right<DmnEngine.Failure, ParsedDmn> parsed) {
        return model(resourceName, parsed.value());
      }
      var failure = ((Left<DmnEngine.Failure, ParsedDmn>) result).value();
      throw faults(resourceName, xml, failure.message());
    } catch (ModelException e) {
      throw fault(resourceName, "Expected a DMN file, but " + e.getMessage());
    } catch (StackOverflowError deep) {
      throw fault(resourceName, "Expected a model of moderate depth, but it is nested too deeply");
    }
  }

  private InvalidModelException faults(String resourceName, byte[] xml, String otherwise) {
    var checks =
        new DmnFaults.Checks(
            text -> fault(parsed(text, feel::parseExpression)),
            text -> fault(parsed(text, feel::parseUnaryTests)));
    var faults = DmnFaults.in(Dmn.readModelFromStream(new ByteArrayInputStream(xml)), checks);
    return faults.isEmpty()
        ? fault(resourceName, "Expected a DMN file, but " + otherwise)
        : new InvalidModelException(
            faults.stream().map(each -> resourceName + ": " + each).toList());
  }

  private static @Nullable String fault(Either<String, ParsedExpression> parsed) {
    return parsed instanceof Left<String, ParsedExpression> failure ? failure.value() : null;
  }

  private static DecisionModel model(String resourceName, ParsedDmn syntax) {
    var definitions = syntax.model().getDefinitions();
    var decisions = new ArrayList<DecisionModel.Decision>();
    var faults = new ArrayList<String>();
    var ids = new HashSet<String>();
    for (var decision : definitions.getChildElementsByType(Decision.class)) {
      if (!ids.add(decision.getId())) {
        faults.add(
            "%s: Expected decision ids to differ, but '%s' stands for several"
                .formatted(resourceName, decision.getId()));
      }
      decisions.add(
          new DecisionModel.Decision(
              decision.getId(), decision.getName(), versionTag(decision), type(decision)));
    }
    if (decisions.isEmpty()) {
      faults.add("%s: Expected at least one decision, but there is none".formatted(resourceName));
    }
    if (definitions.getId() == null || definitions.getId().isBlank()) {
      faults.add(
          "%s: Expected definitions to have an id, but they have none".formatted(resourceName));
    }
    if (!faults.isEmpty()) {
      throw new InvalidModelException(faults);
    }
    return new DecisionModel(
        definitions.getId(),
        definitions.getName(),
        List.copyOf(decisions),
        syntax,
        VariableNames.in(syntax));
  }

  private static @Nullable String versionTag(Decision decision) {
    var extensions = decision.getExtensionElements();
    if (extensions == null) {
      return null;
    }
    return extensions.getElements().stream()
        .filter(element -> element.getElementType().getTypeName().equals("versionTag"))
        .map(element -> element.getAttributeValue("value"))
        .findFirst()
        .orElse(null);
  }

  private static String type(Decision decision) {
    if (decision.getExpression() instanceof DecisionTable) {
      return "DECISION_TABLE";
    }
    return decision.getExpression() instanceof LiteralExpression ? "LITERAL_EXPRESSION" : "UNKNOWN";
  }

  private static InvalidModelException fault(String resourceName, String fault) {
    return new InvalidModelException(List.of("%s: %s".formatted(resourceName, fault)));
  }
}
