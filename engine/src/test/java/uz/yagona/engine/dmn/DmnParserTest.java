package uz.yagona.engine.dmn;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.parse.InvalidModelException;

class DmnParserTest {

  @Test
  void shouldNameEveryExpressionThatCannotBeParsed() {
    var xml =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="file" name="file" namespace="http://yagona.uz/test">
          <decision id="price" name="Price">
            <decisionTable id="table">
              <input id="in"><inputExpression id="in-expression"><text>amount +</text></inputExpression></input>
              <output id="out" name="out" />
              <rule id="small"><inputEntry id="small-in"><text>&lt; &lt; 10</text></inputEntry><outputEntry id="small-out"><text>1</text></outputEntry></rule>
              <rule id="large"><inputEntry id="large-in"><text>&gt;= 10</text></inputEntry><outputEntry id="large-out"><text>(2</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>""";

    assertThatExceptionOfType(InvalidModelException.class)
        .isThrownBy(() -> new DmnParser().parse("price.dmn", xml.getBytes(StandardCharsets.UTF_8)))
        .withMessageContaining(
            "price.dmn: decision 'price', decisionTable 'table', rule 'small', inputEntry 'small-in': Expected valid unary tests")
        .withMessageContaining("rule 'large', outputEntry 'large-out': Expected a valid expression")
        .satisfies(
            failure ->
                org.assertj.core.api.Assertions.assertThat(failure.faults())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .noneMatch(fault -> fault.contains("large-in")));
  }
}
