package uz.yagona.forms.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {
  @ParameterizedTest
  @CsvSource({
    "Ўзбекистон Республикаси, Oʻzbekiston Respublikasi",
    "маъмурий, maʼmuriy",
    "Ёшлар, Yoshlar",
    "поэма, poema",
    "Ғиждувон, Gʻijduvon",
    "Тошкент, Toshkent",
    "йўл, yoʻl",
    "ЙЎЛ, YOʻL",
    "эшик, eshik",
    "Европа, Yevropa",
    "конституция, konstitutsiya",
    "объект, obyekt",
    "съезд, syezd",
    "цирк, sirk",
    "шаҳар ҳужжати, shahar hujjati",
    "ЖШШИР ва СТИР, JSHSHIR va STIR"
  })
  void shouldWriteBothAlphabets(String cyrillic, String latin) {
    assertThat(Transliteration.toCyrillic(latin)).isEqualTo(cyrillic);
    assertThat(Transliteration.toLatin(cyrillic)).isEqualTo(latin);
  }

  @ParameterizedTest
  @CsvSource({
    "sentabr, сентябрь",
    "Sentabrda, Сентябрда",
    "iyul, июль",
    "kompyuterda, компьютерда",
    "Isʼhoq, Исҳоқ",
    "O'zbekiston, Ўзбекистон",
    "g`isht, ғишт",
    "ma'lumot, маълумот"
  })
  void shouldKnowWhatLatinDoesNotShow(String latin, String cyrillic) {
    assertThat(Transliteration.toCyrillic(latin)).isEqualTo(cyrillic);
  }

  @ParameterizedTest
  @CsvSource({"акция, aksiya", "цех, sex", "сентябрь, sentyabr", "ИСҲОҚ, ISHOQ"})
  void shouldWriteTsAsSExceptAfterVowels(String cyrillic, String latin) {
    assertThat(Transliteration.toLatin(cyrillic)).isEqualTo(latin);
  }

  @Test
  void shouldKeepPlaceholdersAddressesAndFormats() {
    assertThat(
            Transliteration.toCyrillic(
                "{label}: PDF yoki JPG faylni a.b@example.uz ga, https://yagona.uz/a"))
        .isEqualTo("{label}: PDF ёки JPG файлни a.b@example.uz га, https://yagona.uz/a");
  }
}
