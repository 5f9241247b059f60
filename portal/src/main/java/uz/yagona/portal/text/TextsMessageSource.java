package uz.yagona.portal.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import uz.yagona.forms.Language;

/** Gives {@link Texts} to templates: {@code #{tasks.title}}. */
final class TextsMessageSource implements MessageSource {
  private final Texts texts;

  TextsMessageSource(Texts texts) {
    this.texts = texts;
  }

  @Override
  public @Nullable String getMessage(
      String code,
      Object @Nullable [] args,
      @Nullable String defaultMessage,
      @Nullable Locale locale) {
    return texts.find(code, language(locale), arguments(args)).orElse(defaultMessage);
  }

  @Override
  public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale)
      throws NoSuchMessageException {
    return texts
        .find(code, language(locale), arguments(args))
        .orElseThrow(() -> new NoSuchMessageException(code, Language.DEFAULT.locale()));
  }

  @Override
  public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale)
      throws NoSuchMessageException {
    var codes = resolvable.getCodes();
    for (var code : codes == null ? new String[0] : codes) {
      var found = texts.find(code, language(locale), arguments(resolvable.getArguments()));
      if (found.isPresent()) {
        return found.get();
      }
    }
    var fallback = resolvable.getDefaultMessage();
    if (fallback == null) {
      throw new NoSuchMessageException(String.valueOf(resolvable), Language.DEFAULT.locale());
    }
    return fallback;
  }

  private static Language language(@Nullable Locale locale) {
    return locale == null ? Language.DEFAULT : Language.of(locale.toLanguageTag());
  }

  private static Object[] arguments(Object @Nullable [] args) {
    return args == null ? new Object[0] : args;
  }
}
