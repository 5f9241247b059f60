package uz.yagona.portal.page;

import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Language;
import uz.yagona.portal.text.Calendars;
import uz.yagona.portal.text.LegalRefs;
import uz.yagona.portal.text.Texts;

/** What templates know on every page, as {@code page}. */
public final class Page {
  private final Language language;
  private final @Nullable String displayName;
  private final Set<String> roles;
  private final List<NavLink> nav;
  private final List<LanguageLink> languages;
  private final Words words;

  /** Where texts and addresses come from; the same on all pages. */
  record Words(Texts texts, Calendars calendars, Assets assets, LegalRefs laws) {}

  Page(
      Language language,
      @Nullable String displayName,
      Set<String> roles,
      List<NavLink> nav,
      List<LanguageLink> languages,
      Words words) {
    this.language = language;
    this.displayName = displayName;
    this.roles = roles;
    this.nav = nav;
    this.languages = languages;
    this.words = words;
  }

  /** BCP 47 tag for {@code <html lang>}. */
  public String getLang() {
    return language.tag();
  }

  public Language getLanguage() {
    return language;
  }

  /** The signed-in person's name, or {@code null}. */
  public @Nullable String getDisplayName() {
    return displayName;
  }

  /** The first letters of the name, for the round mark in the header. */
  public String getInitials() {
    return displayName == null ? "" : Initials.of(displayName);
  }

  public boolean isSignedIn() {
    return displayName != null;
  }

  public boolean is(String role) {
    return roles.contains(role);
  }

  public List<NavLink> getNav() {
    return nav;
  }

  public List<LanguageLink> getLanguages() {
    return languages;
  }

  public String asset(String name) {
    return words.assets.href(name);
  }

  /** The day in words; empty for {@code null}. */
  public String date(@Nullable Temporal moment) {
    return moment == null ? "" : words.calendars.date(moment, language);
  }

  /** The day with hour and minute; empty for {@code null}. */
  public String time(@Nullable Temporal moment) {
    return moment == null ? "" : words.calendars.time(moment, language);
  }

  /** The moment in digits, for tables; empty for {@code null}. */
  public String stamp(@Nullable Temporal moment) {
    return moment == null ? "" : words.calendars.stamp(moment);
  }

  public String number(long value) {
    return words.calendars.number(value, language);
  }

  public String size(long bytes) {
    return words.calendars.size(bytes, language);
  }

  /** A reference to the law as readers of this language write it; empty for {@code null}. */
  public String law(@Nullable String reference) {
    return reference == null ? "" : words.laws.of(reference, language);
  }

  /** The word for a code, as {@code page.word('state', 'IN_REVIEW')}; empty for {@code null}. */
  public String word(String kind, @Nullable String code) {
    return code == null ? "" : words.texts.word(kind, code, language);
  }
}
