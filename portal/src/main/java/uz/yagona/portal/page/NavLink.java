package uz.yagona.portal.page;

/**
 * One entry of the header's navigation.
 *
 * @param key text key of its label
 * @param current whether the page belongs under it
 */
public record NavLink(String key, String href, boolean current) {}
