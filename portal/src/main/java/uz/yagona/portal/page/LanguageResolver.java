package uz.yagona.portal.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import uz.yagona.forms.Language;

/** The language of a page: what was chosen last in this browser, else what the browser asks for. */
final class LanguageResolver implements LocaleResolver {
  static final String COOKIE = "lang";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return language(request).locale();
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    if (response != null && locale != null) {
      var cookie =
          ResponseCookie.from(COOKIE, Language.of(locale.toLanguageTag()).tag())
              .path("/")
              .maxAge(REMEMBERED)
              .httpOnly(true)
              .secure(request.isSecure())
              .sameSite("Lax");
      response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
  }

  static Language language(HttpServletRequest request) {
    return chosen(request).or(() -> asked(request)).orElse(Language.DEFAULT);
  }

  private static Optional<Language> chosen(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .flatMap(tag -> Language.find(tag).stream())
            .findFirst();
  }

  private static Optional<Language> asked(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Optional.empty();
    }
    return Collections.list(request.getLocales()).stream()
        .flatMap(locale -> of(locale).stream())
        .findFirst();
  }

  private static Optional<Language> of(Locale locale) {
    if (locale.getLanguage().equals("uz") && locale.getScript().equals("Cyrl")) {
      return Optional.of(Language.UZ_CYRL);
    }
    return Language.find(locale.getLanguage());
  }
}
