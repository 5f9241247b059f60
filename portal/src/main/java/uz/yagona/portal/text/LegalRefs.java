package uz.yagona.portal.text;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;

/**
 * References to the law as a reader of a language writes them. They are kept as {@code ZRU-445,
 * art. 6} or {@code PKM-276, 20.05.2022}; a law without a number has a code such as {@code
 * ARCHIVE_LAW}.
 */
@Component
public final class LegalRefs {
  private static final Pattern NUMBERED = Pattern.compile("([A-Z]{2,5})-(.+)");
  private static final Pattern ARTICLE = Pattern.compile("art\\. (\\d+)");

  private final Texts texts;

  LegalRefs(Texts texts) {
    this.texts = texts;
  }

  /** The reference in words; parts that are no words, as dates, stay. */
  public String of(String reference, Language language) {
    return Arrays.stream(reference.split(", "))
        .map(part -> part(part, language))
        .collect(Collectors.joining(", "));
  }

  private String part(String part, Language language) {
    var article = ARTICLE.matcher(part);
    if (article.matches()) {
      return texts.of("word.law.article", language, article.group(1));
    }
    var numbered = NUMBERED.matcher(part);
    return numbered.matches()
        ? texts.word("law", numbered.group(1), language) + "-" + numbered.group(2)
        : texts.word("law", part, language);
  }
}
