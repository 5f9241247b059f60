package uz.yagona.forms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uz.yagona.forms.Language;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.PersonalDataClass;

class BundledFormsTest {
  static List<String> keys() {
    return BundledForms.keys();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void shouldHaveEveryTextInEveryLanguage(String key) {
    FormModel form = BundledForms.get(key);

    assertThat(form.key()).isEqualTo(key);
    assertThat(TextCompleteness.check(form)).isEmpty();
    assertThat(form.description().missing()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void shouldUseTheAlphabetOfEachLanguage(String key) {
    texts(BundledForms.get(key))
        .forEach(
            text -> {
              assertThat(text.in(Language.UZ_LATN)).doesNotContainPattern("['’‘`]|\\p{IsCyrillic}");
              assertThat(text.in(Language.EN)).doesNotContainPattern("\\p{IsCyrillic}");
              assertThat(text.in(Language.UZ_CYRL)).doesNotContainPattern("[a-zA-Z]{3}");
            });
  }

  private static Stream<LocalText> texts(FormModel form) {
    Stream<LocalText> own = Stream.of(form.title(), form.description());
    Stream<LocalText> outcomes = form.outcomes().stream().map(Outcome::label);
    Stream<LocalText> fields =
        form.allFields().flatMap(field -> Stream.of(field.texts().label(), field.texts().hint()));
    Stream<LocalText> options =
        form.allFields()
            .filter(field -> field.choices() != null)
            .flatMap(field -> field.choices().fixed().stream())
            .map(Choice::label);
    return Stream.of(own, outcomes, fields, options).flatMap(stream -> stream);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void shouldKeepPersonalValuesOutOfTheProcess(String key) {
    FormModel form = BundledForms.get(key);

    for (String id :
        List.of(
            "pinfl",
            "stir",
            "name",
            "phone",
            "email",
            "address",
            "text",
            "facts",
            "decision",
            "cure")) {
      assertThat(
              form.field(id)
                  .map(Field::personalData)
                  .orElse(PersonalDataClass.PERSONAL)
                  .mayBeProcessVariable())
          .as(id)
          .isFalse();
    }
  }

  @Test
  void shouldLimitAttachmentsAsTheLawOfTheServiceSays() {
    Uploads uploads = BundledForms.get("murojaat").field("attachments").orElseThrow().uploads();

    assertThat(uploads.maxFiles()).isEqualTo(10);
    assertThat(uploads.maxBytes()).isEqualTo(20L * 1024 * 1024);
    assertThat(uploads.accept()).hasSize(4);
  }

  @Test
  void shouldOfferTheOutcomesOfTheProcess() {
    assertThat(BundledForms.get("review-request").outcomes())
        .extracting(Outcome::id)
        .containsExactly("APPROVE", "REFUSE", "ASK", "FORWARD");
    assertThat(BundledForms.get("sign-decision").outcomes())
        .extracting(Outcome::id)
        .containsExactly("SIGN", "RETURN");
    assertThat(BundledForms.get("sign-decision").outcomeVariable()).isEqualTo("signOutcome");
  }

  @Test
  void shouldRefuseAnUnknownKey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BundledForms.get("nosuch"))
        .withMessageEndingWith("but found 'nosuch'");
  }
}
