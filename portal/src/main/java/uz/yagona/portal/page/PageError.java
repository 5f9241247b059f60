package uz.yagona.portal.page;

/**
 * One line of the error summary.
 *
 * @param field id of the control it leads to
 * @param message what is wrong and how to put it right, in the page's language
 */
public record PageError(String field, String message) {}
