package uz.yagona.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;
import uz.yagona.portal.text.Calendars;
import uz.yagona.portal.text.Texts;

/** Makes the {@link Page} of a request. */
@Component
final class Pages {
  private static final String ROLE = "ROLE_";

  private final Page.Words words;

  Pages(Texts texts, Calendars calendars, Assets assets) {
    this.words = new Page.Words(texts, calendars, assets);
  }

  Page of(HttpServletRequest request) {
    var person = SecurityContextHolder.getContext().getAuthentication();
    var roles = roles(person);
    var path = PageAddress.path(request);
    return new Page(
        LanguageResolver.language(request),
        displayName(person),
        roles,
        nav(roles, path),
        languages(request),
        words);
  }

  private static @Nullable String displayName(@Nullable Authentication person) {
    if (person == null || person instanceof AnonymousAuthenticationToken) {
      return null;
    }
    return person.getName();
  }

  private static Set<String> roles(@Nullable Authentication person) {
    if (person == null) {
      return Set.of();
    }
    return person.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(authority -> authority != null && authority.startsWith(ROLE))
        .map(authority -> authority.substring(ROLE.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<NavLink> nav(Set<String> roles, String path) {
    var links = new ArrayList<NavLink>();
    if (roles.contains("STAFF")) {
      links.add(link("tasks", "/tasks", path, "/cases"));
    } else {
      links.add(link("services", "/services", path, "/file"));
    }
    if (roles.contains("CITIZEN")) {
      links.add(link("requests", "/requests", path, "/requests"));
    }
    if (roles.contains("OPERATOR")) {
      links.add(link("operations", "/operations", path, "/operations"));
    }
    if (roles.contains("DESIGNER")) {
      links.add(link("designer", "/designer", path, "/designer"));
    }
    if (roles.contains("AUDITOR")) {
      links.add(link("journal", "/journal", path, "/journal"));
    }
    links.add(link("check", "/check", path, "/v/"));
    links.add(link("help", "/help", path, "/help"));
    return List.copyOf(links);
  }

  private static NavLink link(String name, String href, String path, String alsoUnder) {
    var current = path.startsWith(href) || path.startsWith(alsoUnder);
    return new NavLink("layout.nav." + name, href, current);
  }

  private static List<LanguageLink> languages(HttpServletRequest request) {
    var current = LanguageResolver.language(request);
    return Language.all().stream()
        .map(
            language ->
                new LanguageLink(
                    language.tag(),
                    name(language),
                    shortName(language),
                    PageAddress.in(language.tag(), request),
                    language == current))
        .toList();
  }

  private static String name(Language language) {
    return switch (language) {
      case UZ_LATN -> "Oʻzbekcha";
      case UZ_CYRL -> "Ўзбекча";
      case RU -> "Русский";
      case EN -> "English";
    };
  }

  private static String shortName(Language language) {
    return switch (language) {
      case UZ_LATN -> "Oʻz";
      case UZ_CYRL -> "Ўз";
      case RU -> "Ру";
      case EN -> "En";
    };
  }
}
