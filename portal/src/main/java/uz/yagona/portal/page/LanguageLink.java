package uz.yagona.portal.page;

/** One choice of the language switch; {@code shortName} serves narrow screens. */
public record LanguageLink(
    String tag, String name, String shortName, String href, boolean current) {}
