package uz.yagona.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;
import uz.yagona.portal.text.Calendars;
import uz.yagona.portal.text.LegalRefs;
import uz.yagona.portal.text.Texts;
import uz.yagona.portal.user.CurrentUser;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;

/** Makes the {@link Page} of a request. */
@Component
final class Pages {
  private final Page.Words words;

  private final CurrentUser currentUser;

  Pages(Texts texts, Calendars calendars, Assets assets, LegalRefs laws, CurrentUser currentUser) {
    this.words = new Page.Words(texts, calendars, assets, laws);
    this.currentUser = currentUser;
  }

  Page of(HttpServletRequest request) {
    var language = LanguageResolver.language(request);
    var user = currentUser.get();
    var roles =
        user.map(PortalUser::roles).orElse(Set.of()).stream()
            .map(Role::name)
            .collect(Collectors.toUnmodifiableSet());
    return new Page(
        language,
        user.map(person -> person.displayName().in(language)).orElse(null),
        roles,
        nav(roles, PageAddress.path(request)),
        languages(request),
        words);
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
      links.add(link("journal", "/journal", path, "/evidence"));
      links.add(link("emergencies", "/break-glass/reviews", path, "/break-glass"));
    }
    if (roles.contains("DATA_OFFICER")) {
      links.add(link("erasures", "/data-officer/erasures", path, "/data-officer"));
    }
    if (roles.contains("REGISTRAR")) {
      links.add(link("desk", "/desk", path, "/substitutes"));
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
