package uz.yagona.engine.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormFaultsTest {
  private static final Map<String, String> FIELD = Map.of("id", "amount", "type", "integer");

  @Test
  void shouldTakeColumnsOfAContainerInAList() {
    assertThat(FormFaults.in(form(List.of(List.of(FIELD), List.of(FIELD, FIELD))))).isEmpty();
  }

  @Test
  void shouldTakeColumnsOfAContainerByNumber() {
    assertThat(FormFaults.in(form(Map.of("1", List.of(FIELD))))).isEmpty();
  }

  @Test
  void shouldNameTheFieldWithoutTypeInAColumn() {
    assertThat(FormFaults.in(form(List.of(List.of(Map.of("id", "amount"))))))
        .containsExactly("field 'amount': Expected a 'type', but it is missing or empty");
  }

  @Test
  void shouldNameThePlaceOfWhatIsNoField() {
    assertThat(FormFaults.in(form(List.of(List.of("amount")))))
        .containsExactly("field 'about' fields[0][0]: Expected an object, but it is another value");
  }

  private static Map<String, Object> form(Object columns) {
    return Map.of("fields", List.of(Map.of("id", "about", "type", "container", "fields", columns)));
  }
}
