package uz.yagona.forms.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.forms.model.FormModel;

class ValueParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120,5 | 120.50",
        "120.5 | 120.50",
        "1 250 000,50 | 1250000.50",
        "24\u00A0536\u202F563 | 24536563.00",
        "-3 | -3.00",
        "−3 | -3.00"
      })
  void shouldReadMoneyAsPeopleWriteIt(String typed, BigDecimal amount) {
    assertThat(value("\"type\": \"amount\", \"name\": \"A\"", typed)).isEqualTo(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,234.56",
        "1.234,56",
        "12,345",
        "abc",
        "1e9",
        "NaN",
        "--1",
        "9999999999999999999999999999999"
      })
  void shouldRefuseOtherMoney(String typed) {
    assertThat(code("\"type\": \"amount\", \"name\": \"A\"", typed)).isEqualTo("amount");
  }

  @Test
  void shouldReadNumbersWithinTheirBounds() {
    String integer =
        "\"type\": \"integer\", \"name\": \"A\", \"params\": {\"min\": 1, \"max\": 10}";

    assertThat(value(integer, "7")).isEqualTo(7L);
    assertThat(code(integer, "7,5")).isEqualTo("integer");
    assertThat(code(integer, "0")).isEqualTo("min");
    assertThat(code(integer, "11")).isEqualTo("max");
    assertThat(code(integer, "99999999999999999999")).isEqualTo("integer");
    assertThat(value("\"type\": \"decimal\", \"name\": \"A\"", "0,125"))
        .isEqualTo(new BigDecimal("0.125"));
  }

  @Test
  void shouldReadDaysFromThreeInputsOrFromIso() {
    FormModel form =
        Forms.of(
            "{\"id\": \"a\", \"type\": \"date\", \"name\": \"A\", \"params\": {\"min\": \"2020-01-01\", \"max\": \"today\"}}");

    assertThat(Forms.check(form, day("8", "3", "2026")).values())
        .contains(entry("a", LocalDate.of(2026, 3, 8)));
    assertThat(Forms.check(form, Map.of("a", List.of("2026-03-08"))).values())
        .contains(entry("a", LocalDate.of(2026, 3, 8)));
    assertThat(Forms.codes(Forms.check(form, day("29", "2", "2026"))))
        .isEqualTo(Map.of("a", "date"));
    assertThat(Forms.codes(Forms.check(form, day("8", "3", "26")))).isEqualTo(Map.of("a", "date"));
    assertThat(Forms.codes(Forms.check(form, day("8", "", "2026")))).isEqualTo(Map.of("a", "date"));
    assertThat(Forms.codes(Forms.check(form, day("26", "11", "2026"))))
        .isEqualTo(Map.of("a", "maxDate"));
    assertThat(Forms.codes(Forms.check(form, day("31", "12", "2019"))))
        .isEqualTo(Map.of("a", "minDate"));
    assertThat(Forms.check(form, day("", "", "")).values()).contains(entry("a", null));
  }

  private static Map<String, List<String>> day(String day, String month, String year) {
    return Map.of("a.day", List.of(day), "a.month", List.of(month), "a.year", List.of(year));
  }

  @Test
  void shouldCountCodePoints() {
    String text =
        "\"type\": \"text\", \"name\": \"A\", \"params\": {\"minLength\": 3, \"maxLength\": 4}";

    assertThat(value(text, "😀😀😀😀")).isEqualTo("😀😀😀😀");
    assertThat(code(text, "😀😀")).isEqualTo("minLength");
    assertThat(code(text, "😀😀😀😀😀")).isEqualTo("maxLength");
    assertThat(value(text, "e\u0301\u0301\u0301\u0301".substring(0, 4))).isEqualTo("é\u0301\u0301");
  }

  @Test
  void shouldCleanTexts() {
    String line = "\"type\": \"text\", \"name\": \"A\"";

    assertThat(value(line, " Toʻxta\r\nKo'cha\u0000\u0007 ")).isEqualTo("Toʻxta Koʻcha");
    assertThat(value(line, "a\uD800b")).isEqualTo("ab");
    assertThat(value("\"type\": \"multi-line-text\", \"name\": \"A\"", "it's\r\n\ttwo\rlines"))
        .isEqualTo("it's\n\ttwo\nlines");
  }

  @Test
  void shouldMatchPatternsInLinearTime() {
    String text =
        "\"type\": \"text\", \"name\": \"A\", \"params\": {\"pattern\": \"(a+)+b\", \"maxLength\": 50000}";

    assertThat(code(text, "a".repeat(50_000))).isEqualTo("pattern");
    assertThat(value(text, "aab")).isEqualTo("aab");
  }

  @Test
  void shouldRefuseHugeTextsBeforeWorkingOnThem() {
    assertThat(code("\"type\": \"text\", \"name\": \"A\"", "x".repeat(3_000_000)))
        .isEqualTo("maxLength");
  }

  @ParameterizedTest
  @CsvSource({
    "pinfl, 31210932040248, pinfl.checksum",
    "pinfl, 3121093204024, pinfl.length",
    "pinfl, 33113932040247, pinfl.birth_date",
    "pinfl, 91210932040247, pinfl.century",
    "stir, 101234567, stir",
    "phone-uz, +7 901 234 56 78, phone-uz",
    "cadastre-no, 10:05, cadastre-no",
    "email, a@b, email",
    "email, a b@c.uz, email",
    "email, a@b..uz, email"
  })
  void shouldRefuseWhatANamedCheckRefuses(String check, String typed, String code) {
    assertThat(
            code(
                "\"type\": \"text\", \"name\": \"A\", \"params\": {\"check\": \"%s\"}"
                    .formatted(check),
                typed))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "pinfl, 3121 0932 0402 47, 31210932040247",
    "stir, 301 234 567, 301234567",
    "phone-uz, 90 123-45-67, +998901234567",
    "cadastre-no, 10 : 05:03:02:01:0123, 10:05:03:02:01:0123",
    "email, o'ktam.a+b@mail.example.uz, o'ktam.a+b@mail.example.uz"
  })
  void shouldNormaliseWhatANamedCheckAccepts(String check, String typed, String clean) {
    assertThat(
            value(
                "\"type\": \"text\", \"name\": \"A\", \"params\": {\"check\": \"%s\"}"
                    .formatted(check),
                typed))
        .isEqualTo(clean);
  }

  @Test
  void shouldTakeOnlyOptionsOfTheList() {
    String list =
        "\"type\": \"dropdown\", \"name\": \"A\", \"options\": [{\"id\": \"X\", \"name\": \"x\"}, {\"id\": \"Y\", \"name\": \"y\"}]";
    String several = list + ", \"params\": {\"multiple\": true}";

    assertThat(value(list, "X")).isEqualTo("X");
    assertThat(code(list, "Z")).isEqualTo("choice");
    assertThat(code(list, "X", "Y")).isEqualTo("single");
    assertThat(value(several, "Y", "X", "Y")).isEqualTo(List.of("Y", "X"));
    assertThat(code(several, "X", "Z")).isEqualTo("choice");
  }

  @Test
  void shouldReadYesAndNo() {
    String box = "\"type\": \"boolean\", \"name\": \"A\"";

    assertThat(value(box, "true")).isEqualTo(true);
    assertThat(value(box, "on")).isEqualTo(true);
    assertThat(value(box)).isEqualTo(false);
    assertThat(code(box, "maybe")).isEqualTo("choice");
  }

  private static Object value(String field, String... typed) {
    var result =
        Forms.check(Forms.of("{\"id\": \"a\", " + field + "}"), Map.of("a", List.of(typed)));
    assertThat(result.problems()).isEmpty();
    return result.values().get("a");
  }

  private static String code(String field, String... typed) {
    var result =
        Forms.check(Forms.of("{\"id\": \"a\", " + field + "}"), Map.of("a", List.of(typed)));
    return Forms.codes(result).get("a");
  }
}
