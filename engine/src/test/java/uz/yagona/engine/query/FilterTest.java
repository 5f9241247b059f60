package uz.yagona.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilterTest {
  private static final List<List<Condition>> MINE =
      List.of(
          List.of(condition("assignee", Operator.IN, "me")),
          List.of(condition("group", Operator.IN, "a", "b")));

  private static Condition condition(String field, Operator operator, Object... values) {
    return Condition.of(field, new Comparison(operator, List.of(values)));
  }

  private static boolean isAllVisible(Condition... asked) {
    return Filter.of(asked).visible(MINE).isAllVisible();
  }

  @Test
  void shouldSeeAllThatIsFoundWhenTheFilterAsksForWhatMayBeSeen() {
    assertThat(isAllVisible(condition("group", Operator.EQ, "a"))).isTrue();
    assertThat(isAllVisible(condition("group", Operator.IN, "b", "a"))).isTrue();
    assertThat(
            isAllVisible(
                condition("state", Operator.EQ, "CREATED"),
                condition("assignee", Operator.EQ, "me")))
        .isTrue();
    assertThat(Filter.EVERYTHING.isAllVisible()).isTrue();
  }

  @Test
  void shouldNotSeeAllThatIsFoundWhenTheFilterAsksForMore() {
    assertThat(isAllVisible()).isFalse();
    assertThat(isAllVisible(condition("group", Operator.EQ, "c"))).isFalse();
    assertThat(isAllVisible(condition("group", Operator.IN, "a", "c"))).isFalse();
    assertThat(isAllVisible(condition("group", Operator.IN))).isFalse();
    assertThat(isAllVisible(condition("group", Operator.NEQ, "a"))).isFalse();
    assertThat(isAllVisible(condition("group", Operator.NOT_IN, "a", "b"))).isFalse();
    assertThat(isAllVisible(condition("state", Operator.EQ, "a"))).isFalse();
    assertThat(Filter.EVERYTHING.visible(List.of()).isAllVisible()).isFalse();
  }

  @Test
  void shouldNotTakeTheValueOfAVariableForTheValueOfAField() {
    var asked =
        new Condition("group", "variable", List.of(new Comparison(Operator.EQ, List.of("a"))));

    assertThat(isAllVisible(asked)).isFalse();
  }
}
