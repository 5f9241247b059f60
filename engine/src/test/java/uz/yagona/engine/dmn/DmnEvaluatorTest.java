package uz.yagona.engine.dmn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.dmn.DecisionResult.Input;
import uz.yagona.engine.dmn.DecisionResult.Output;
import uz.yagona.engine.dmn.DecisionResult.Rule;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.feel.VariableLookup;
import uz.yagona.engine.parse.InvalidModelException;

class DmnEvaluatorTest {

  private static final DmnParser PARSER = new DmnParser();
  private static final DmnEvaluator EVALUATOR =
      new DmnEvaluator(
          new Feel(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")), ZoneOffset.UTC));

  private static final String TABLE =
      """
      <decision id="discount" name="Discount">
        <extensionElements><zeebe:versionTag value="v2"/></extensionElements>
        <decisionTable id="table" hitPolicy="%s">
          <input id="amount-in" label="Amount"><inputExpression><text>amount</text></inputExpression></input>
          <output id="percent" name="percent" label="Percent"/>
          <rule id="small"><inputEntry><text>&lt; 100</text></inputEntry><outputEntry><text>0.5</text></outputEntry></rule>
          <rule id="large"><inputEntry><text>[50..1000]</text></inputEntry><outputEntry><text>10</text></outputEntry></rule>
        </decisionTable>
      </decision>
      """;

  private static final String LITERAL =
      """
      <decision id="price" name="Price">
        <informationRequirement><requiredDecision href="#discount"/></informationRequirement>
        <literalExpression><text>{base: amount, final: amount * (100 - discount) / 100}</text></literalExpression>
      </decision>
      """;

  private static DecisionModel parse(String... decisions) {
    return PARSER.parse("test.dmn", xml(decisions));
  }

  private static byte[] xml(String... decisions) {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="pricing" name="Pricing"
            namespace="test" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">%s</definitions>
        """
        .formatted(String.join("", decisions))
        .getBytes(UTF_8);
  }

  private static DecisionResult evaluate(DecisionModel model, String id, Map<String, ?> variables) {
    return EVALUATOR.evaluate(model, id, VariableLookup.of(variables));
  }

  @Test
  void shouldListDecisions() {
    var model = parse(TABLE.formatted("FIRST"), LITERAL);

    assertThat(model.id()).isEqualTo("pricing");
    assertThat(model.name()).isEqualTo("Pricing");
    assertThat(model.decisions())
        .containsExactly(
            new DecisionModel.Decision("discount", "Discount", "v2", "DECISION_TABLE"),
            new DecisionModel.Decision("price", "Price", null, "LITERAL_EXPRESSION"));
    assertThat(model.variables()).contains("amount");
  }

  @Test
  void shouldEvaluateTableWithInputsAndMatchedRules() {
    var result = evaluate(parse(TABLE.formatted("FIRST")), "discount", Map.of("amount", 500));

    assertThat(result.isFailure()).isFalse();
    assertThat(result.output()).isEqualTo(10L);
    assertThat(result.evaluated())
        .containsExactly(
            new DecisionResult.Evaluated(
                "discount",
                10L,
                List.of(new Input("amount-in", "Amount", 500L)),
                List.of(new Rule("large", 2, List.of(new Output("percent", "Percent", 10L))))));
  }

  @Test
  void shouldEvaluateRequiredDecisionsFirst() {
    var result = evaluate(parse(TABLE.formatted("FIRST"), LITERAL), "price", Map.of("amount", 200));

    assertThat(result.output()).isEqualTo(Map.of("base", 200L, "final", 180L));
    assertThat(result.evaluated()).extracting("decisionId").containsExactly("discount", "price");
  }

  @Test
  void shouldGiveNullWhenNoRuleMatches() {
    var result = evaluate(parse(TABLE.formatted("FIRST")), "discount", Map.of("amount", 5000));

    assertThat(result.isFailure()).isFalse();
    assertThat(result.output()).isNull();
    assertThat(result.evaluated().get(0).rules()).isEmpty();
  }

  @Test
  void shouldCollectAllMatches() {
    var result = evaluate(parse(TABLE.formatted("COLLECT")), "discount", Map.of("amount", 60));

    assertThat(result.output()).isEqualTo(List.of(new java.math.BigDecimal("0.5"), 10L));
    assertThat(result.evaluated().get(0).rules()).hasSize(2);
  }

  @Test
  void shouldTellWhichDecisionFailed() {
    var result = evaluate(parse(TABLE.formatted("UNIQUE"), LITERAL), "price", Map.of("amount", 60));

    assertThat(result.failedDecisionId()).isEqualTo("discount");
    assertThat(result.failureMessage())
        .startsWith("Expected to evaluate decision 'discount', but ");
    assertThat(result.output()).isNull();
  }

  @Test
  void shouldStopDecisionsThatTakeTooMuch() {
    var bomb =
        """
        <decision id="bomb" name="Bomb">
          <literalExpression><text>for x in 1..2000, y in 1..2000 return x</text></literalExpression>
        </decision>
        """;

    var result = evaluate(parse(bomb), "bomb", Map.of());

    assertThat(result.failureMessage()).startsWith("Expected to evaluate decision 'bomb', but ");
  }

  @Test
  void shouldFollowTheClock() {
    var decision =
        """
        <decision id="when" name="When"><literalExpression><text>today()</text></literalExpression></decision>
        """;

    assertThat(evaluate(parse(decision), "when", Map.of()).output()).isEqualTo("2026-01-01");
  }

  @Test
  void shouldRefuseFilesThatCannotBeUsed() {
    assertThatThrownBy(() -> PARSER.parse("test.dmn", "no xml".getBytes(UTF_8)))
        .isInstanceOf(InvalidModelException.class)
        .hasMessageStartingWith("test.dmn: Expected a DMN file, but ");
    assertThatThrownBy(
            () ->
                parse(
                    """
                    <decision id="bad" name="Bad"><literalExpression><text>1 +</text></literalExpression></decision>
                    """))
        .isInstanceOf(InvalidModelException.class)
        .hasMessageContaining("1 +");
    assertThatThrownBy(() -> parse(""))
        .isInstanceOf(InvalidModelException.class)
        .hasMessage("test.dmn: Expected at least one decision, but there is none");
  }

  @Test
  void shouldWarmUp() {
    EVALUATOR.warmUp();
  }
}
