package uz.yagona.portal.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;
import uz.yagona.portal.text.Texts;

/**
 * The services that can be asked for; their passports stand in the texts of feature {@code
 * service}.
 */
@Component
final class Catalogue {
  /** Code of each service and whether its norm is confirmed, in the order shown. */
  private static final Map<String, Boolean> VERIFIED =
      Map.of("murojaat", true, "demolition-certificate", false);

  private static final List<String> CODES = List.of("murojaat", "demolition-certificate");

  private final Texts texts;

  Catalogue(Texts texts) {
    this.texts = texts;
  }

  List<Service> all(Language language) {
    return CODES.stream().map(code -> service(code, language)).toList();
  }

  Optional<Service> find(String code, Language language) {
    return CODES.contains(code) ? Optional.of(service(code, language)) : Optional.empty();
  }

  /**
   * Services that hold every word of {@code query} in any language, so that a search in another
   * script finds too.
   */
  List<Service> search(String query, Language language) {
    var words = plain(query).split(" ");
    return CODES.stream()
        .filter(code -> Arrays.stream(words).allMatch(searchable(code)::contains))
        .map(code -> service(code, language))
        .toList();
  }

  private String searchable(String code) {
    return Language.all().stream()
        .flatMap(
            language ->
                Stream.of("name", "summary", "who", "documents", "words")
                    .map(part -> text(code, part, language)))
        .map(Catalogue::plain)
        .collect(Collectors.joining(" "));
  }

  private Service service(String code, Language language) {
    return new Service(
        code,
        text(code, "name", language),
        text(code, "summary", language),
        text(code, "who", language),
        text(code, "term", language),
        text(code, "law", language),
        VERIFIED.getOrDefault(code, false),
        text(code, "documents", language),
        text(code, "result", language),
        List.of(text(code, "steps", language).split("\\|")));
  }

  private String text(String code, String part, Language language) {
    return texts.of("service." + code + "." + part, language);
  }

  /**
   * Lower case, one space between words, no apostrophes of any kind: {@code maʼlumot} and {@code
   * ma'lumot} are the same.
   */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[\u02BB\u02BC\u2018\u2019'`]", "")
        .replace('ё', 'е')
        .strip()
        .replaceAll("\\s+", " ");
  }
}
