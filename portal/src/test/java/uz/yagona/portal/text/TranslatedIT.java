package uz.yagona.portal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.forms.Language;
import uz.yagona.forms.LocalText;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.portal.json.Json;
import uz.yagona.portal.support.RunningPortal;

/** What stands alike in all languages although it is made of words was not translated. */
class TranslatedIT {
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

  /** Names and units that are written alike everywhere. */
  private static final Set<String> NEUTRAL = Set.of();

  private final JdbcClient jdbc = RunningPortal.get().bean(JdbcClient.class);

  @Test
  void shouldTranslateEveryTextOfThePages() {
    var texts = new Texts();

    assertThat(texts.keys(Language.DEFAULT))
        .filteredOn(key -> !NEUTRAL.contains(key))
        .filteredOn(
            key ->
                isUntranslated(
                    Language.all().stream()
                        .map(language -> texts.pattern(key, language).replaceAll("\\{.*?}", ""))
                        .toList()))
        .isEmpty();
  }

  @Test
  void shouldTranslateEveryReferenceToTheLaw() {
    var references =
        jdbc.sql("select distinct legal_ref from portal.legal_param").query(String.class).list();
    var words = RunningPortal.get().bean(LegalRefs.class);

    assertThat(references).isNotEmpty();
    assertThat(references)
        .filteredOn(
            reference ->
                isUntranslated(
                    Language.all().stream()
                        .map(language -> words.of(reference, language))
                        .toList()))
        .isEmpty();
  }

  @Test
  void shouldTranslateEveryNameThatTheDatabaseBrings() {
    var names = jdbc.sql("select name::text from portal.calendar_day").query(String.class).list();

    assertThat(names).isNotEmpty();
    assertThat(names).filteredOn(name -> isUntranslated(all(Json.readText(name)))).isEmpty();
  }

  @Test
  void shouldTranslateEveryFormsTitleAndLabel() {
    for (var key : BundledForms.keys()) {
      var form = BundledForms.get(key);
      assertThat(isUntranslated(all(form.title()))).as(key).isFalse();
      assertThat(form.fields())
          .filteredOn(field -> isUntranslated(all(field.texts().label())))
          .extracting(field -> key + "." + field.id())
          .isEmpty();
    }
  }

  @Test
  void shouldWriteReferencesAsEachLanguageDoes() {
    var words = new LegalRefs(new Texts());

    assertThat(Language.all().stream().map(each -> words.of("ZRU-445, art. 6", each)))
        .containsExactly(
            "OʻRQ-445, 6-modda", "ЎРҚ-445, 6-модда", "ЗРУ-445, ст. 6", "ZRU-445, art. 6");
    assertThat(words.of("ARCHIVE_LAW", Language.UZ_LATN)).isEqualTo("arxiv toʻgʻrisidagi qonun");
    assertThat(words.of("ZRU-547, 02.07.2019", Language.RU)).isEqualTo("ЗРУ-547, 02.07.2019");
  }

  private static List<String> all(LocalText text) {
    return Language.all().stream().map(text::in).toList();
  }

  private static boolean isUntranslated(List<String> inEveryLanguage) {
    return new HashSet<>(inEveryLanguage).size() == 1
        && WORD.matcher(inEveryLanguage.get(0)).find();
  }
}
