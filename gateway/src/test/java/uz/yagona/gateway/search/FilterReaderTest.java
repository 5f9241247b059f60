package uz.yagona.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uz.yagona.engine.query.Comparison;
import uz.yagona.engine.query.Condition;
import uz.yagona.engine.query.Filter;
import uz.yagona.engine.query.Operator;
import uz.yagona.engine.query.ProcessInstanceTable;

class FilterReaderTest {
  private static Filter read(String json) {
    var filter = (ObjectNode) JsonMapper.shared().readTree(json);
    return new FilterReader(ProcessInstanceTable.TABLE).read(filter);
  }

  @Test
  void shouldTakeAPlainValueForEqual() {
    assertThat(read("{\"state\":\"ACTIVE\",\"hasIncident\":true,\"processDefinitionVersion\":2}"))
        .isEqualTo(
            Filter.of(
                Condition.equalTo("state", "ACTIVE"),
                Condition.equalTo("hasIncident", true),
                Condition.equalTo("processDefinitionVersion", 2)));
  }

  @Test
  void shouldReadOperators() {
    assertThat(read("{\"startDate\":{\"$gte\":\"a\",\"$lt\":\"b\"},\"state\":{\"$in\":[\"X\"]}}"))
        .isEqualTo(
            Filter.of(
                Condition.of(
                    "startDate",
                    new Comparison(Operator.GTE, List.of("a")),
                    new Comparison(Operator.LT, List.of("b"))),
                Condition.of("state", new Comparison(Operator.IN, List.of("X")))));
  }

  @Test
  void shouldTakeNothingForAbsent() {
    var filter = read("{\"state\":{\"$in\":[],\"$eq\":null},\"tags\":[],\"$or\":[],\"name\":null}");

    assertThat(filter.all()).containsExactly(Condition.of("state"));
    assertThat(filter.anyOf()).isEmpty();
  }

  @Test
  void shouldReadAlternatives() {
    assertThat(read("{\"$or\":[{\"state\":\"ACTIVE\"},{\"hasIncident\":true}]}"))
        .isEqualTo(
            new Filter(
                List.of(),
                List.of(
                    List.of(Condition.equalTo("state", "ACTIVE")),
                    List.of(Condition.equalTo("hasIncident", true)))));
  }

  @Test
  void shouldReadVariablesByName() {
    assertThat(read("{\"variables\":[{\"name\":\"a\",\"value\":{\"$eq\":\"1\"}}]}"))
        .isEqualTo(Filter.of(new Condition("variables", "a", List.of(Comparison.equalTo("1")))));
  }

  @Test
  void shouldKeepLongNumbersWhole() {
    assertThat(read("{\"processInstanceKey\":2251799813685249}"))
        .isEqualTo(Filter.of(Condition.equalTo("processInstanceKey", "2251799813685249")));
  }
}
