package uz.yagona.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeelTest {

  private static final Feel FEEL =
      new Feel(
          InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")), ZoneId.of("Asia/Tashkent"));
  private static final VariableLookup VARIABLES = variables();

  private static VariableLookup variables() {
    var variables = new HashMap<String, Object>();
    variables.put("a", 1);
    variables.put("text", "hello");
    variables.put("list", List.of(1, 2.5, "x", true));
    variables.put("order", Map.of("lines", List.of(Map.of("price", 2), Map.of("price", 3))));
    variables.put("big", new BigDecimal("12345678901234567890.5"));
    variables.put("nothing", null);
    return VariableLookup.of(variables);
  }

  private static Object value(String source) {
    return FEEL.evaluateValue(FEEL.parse("=" + source), VARIABLES);
  }

  private static String failure(String source) {
    try {
      value(source);
    } catch (ExpressionException e) {
      return e.getMessage();
    }
    throw new AssertionError("expected a failure of " + source);
  }

  @Test
  void shouldKeepTextWithoutEqualsSignAsItIs() {
    var expression = FEEL.parse("a + 1");

    assertThat(expression.isFixed()).isTrue();
    assertThat(FEEL.evaluateValue(expression, VARIABLES)).isEqualTo("a + 1");
  }

  @Test
  void shouldGivePlainValues() {
    assertThat(value("a + 1")).isEqualTo(2L);
    assertThat(value("10 / 4")).isEqualTo(new BigDecimal("2.5"));
    assertThat(value("big")).isEqualTo(new BigDecimal("12345678901234567890.5"));
    assertThat(value("list")).isEqualTo(List.of(1L, new BigDecimal("2.5"), "x", true));
    assertThat(value("sum(order.lines.price)")).isEqualTo(5L);
    assertThat(value("{a: 1, b: [a]}")).isEqualTo(Map.of("a", 1L, "b", List.of(1L)));
    assertThat(value("nothing")).isNull();
    assertThat(value("if text = \"hello\" then 1 else 2")).isEqualTo(1L);
  }

  @Test
  void shouldGiveDatesAndDurationsAsText() {
    assertThat(value("now()")).isEqualTo("2026-01-01T05:00:00+05:00");
    assertThat(value("today()")).isEqualTo("2026-01-01");
    assertThat(value("duration(\"PT90M\")")).isEqualTo("PT1H30M");
    assertThat(value("@\"P1Y\"")).isEqualTo("P1Y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cycle(duration(\"PT1H\"))|R/PT1H",
        "cycle(3, duration(\"P1D\"))|R3/PT24H",
        "cycle(@\"P1M\")|R/P1M",
        "fromAi(text, \"what to say\")|hello"
      })
  void shouldKnowCamundaFunctions(String source, String result) {
    assertThat(value(source)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for x in 1..3 return x * 2|[2, 4, 6]",
        "for x in 3..1 return x|[3, 2, 1]",
        "list[1]|1",
        "[1, 2, 3][item > 1]|[2, 3]",
        "some x in [1, 2] satisfies x > 1|true",
        "every x in [1, 2] satisfies x > 1|false",
        "sort([3, 1], function(x, y) x < y)|[1, 3]",
        "matches(\"foobar\", \"^fo*b\")|true",
        "matches(input: \"FOO\", pattern: \"foo\", flags: \"i\")|true",
        "replace(\"abcd\", \"(ab)(x)?\", \"[1=$1]\")|[1=ab]cd",
        "split(\"a;b\", \";\")|[a, b]",
        "extract(\"a1 b2\", \"[0-9]\")|[1, 2]"
      })
  void shouldKeepResultsUnderTheBudget(String source, String result) {
    assertThat(String.valueOf(value(source))).isEqualTo(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for x in 1..1000000000 return x",
        "for x in 1..2000, y in 1..2000 return x",
        "for i in 1..60 return if i = 1 then \"aaaa\" else partial[-1] + partial[-1]",
        "for i in 1..100000 return for j in 1..100000 return j",
        "some x in 1..90000, y in 1..90000 satisfies false",
        "matches(string join(for i in 1..3000 return \"a\"), \"(.*)(.*)(.*)(.*)(.*)b\")"
      })
  void shouldStopExpressionsThatTakeTooMuch(String source) {
    var start = System.nanoTime();

    assertThat(failure(source)).startsWith("Failed to evaluate expression '" + source + "': ");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void shouldRefuseExpressionsNestedTooDeeply() {
    assertThatThrownBy(() -> FEEL.parse("=" + "(".repeat(20_000) + "1"))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("Failed to parse expression");
    assertThatThrownBy(() -> FEEL.parse("=1" + " + 1".repeat(10_000)))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("it is longer than 32768 characters");
  }

  @Test
  void shouldTellWhyAnExpressionCannotBeParsed() {
    assertThatThrownBy(() -> FEEL.parse("=a +"))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining("failed to parse expression 'a +'");
  }

  @Test
  void shouldWarnOfMissingVariables() {
    var evaluation = FEEL.evaluate(FEEL.parse("=missing"), VARIABLES);

    assertThat(evaluation.value()).isNull();
    assertThat(evaluation.warnings())
        .containsExactly(
            new Evaluation.Warning("NO_VARIABLE_FOUND", "No variable found with name 'missing'"));
  }

  @Test
  void shouldTellExpectedAndFoundType() {
    assertThatThrownBy(() -> FEEL.evaluateBoolean(FEEL.parse("=missing"), VARIABLES))
        .hasMessage(
            """
            Expected result of the expression 'missing' to be 'BOOLEAN', but was 'NULL'. \
            The evaluation reported the following warnings:
            [NO_VARIABLE_FOUND] No variable found with name 'missing'""");
    assertThatThrownBy(() -> FEEL.evaluateList(FEEL.parse("=text"), VARIABLES))
        .hasMessage("Expected result of the expression 'text' to be 'ARRAY', but was 'STRING'.");
    assertThatThrownBy(() -> FEEL.evaluateCorrelationKey(FEEL.parse("=list"), VARIABLES))
        .hasMessage(
            "Failed to extract the correlation key for 'list': "
                + "The value must be either a string or a number, but was 'ARRAY'.");
  }

  @Test
  void shouldReadNumbersAsCorrelationKey() {
    assertThat(FEEL.evaluateCorrelationKey(FEEL.parse("=a"), VARIABLES)).isEqualTo("1");
    assertThat(FEEL.evaluateCorrelationKey(FEEL.parse("=text"), VARIABLES)).isEqualTo("hello");
  }

  @Test
  void shouldReadListsOfTexts() {
    assertThat(FEEL.evaluateStrings(FEEL.parse("a, b,"), VARIABLES)).containsExactly("a", "b");
    assertThat(FEEL.evaluateStrings(FEEL.parse("=text"), VARIABLES)).containsExactly("hello");
    assertThat(FEEL.evaluateStrings(FEEL.parse("=[\"a\", \"b\"]"), VARIABLES))
        .containsExactly("a", "b");
    assertThatThrownBy(() -> FEEL.evaluateStrings(FEEL.parse("=[1]"), VARIABLES))
        .hasMessageContaining("'ARRAY_OF_STRING'");
  }

  @Test
  void shouldLookUpOnlyWhatTheExpressionAsksFor() {
    var asked = new ArrayList<String>();
    VariableLookup lookup =
        name -> {
          asked.add(name);
          return VariableLookup.ABSENT;
        };

    FEEL.evaluateValue(FEEL.parse("=x.y"), lookup);

    assertThat(asked).containsOnly("x");
  }

  @Test
  void shouldParseEachExpressionOnce() {
    assertThat(FEEL.parse("=a + 41")).isSameAs(FEEL.parse("=a + 41"));
  }

  @Test
  void shouldNotReachJava() {
    assertThat(
            failure(
                "{f: function(x) external {java: {class: \"java.lang.Math\", \"method signature\":"
                    + " \"abs(double)\"}}, r: f(-1)}.r"))
        .isNotBlank();
  }
}
