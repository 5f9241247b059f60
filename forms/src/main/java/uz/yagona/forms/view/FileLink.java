package uz.yagona.forms.view;

/**
 * A stored file on a page.
 *
 * @param size in bytes
 * @param href where it is downloaded
 */
public record FileLink(String name, long size, String href) {}
