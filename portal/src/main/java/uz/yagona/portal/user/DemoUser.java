package uz.yagona.portal.user;

import uz.yagona.forms.LocalText;

/**
 * A person of the demonstration, as announced at start.
 *
 * @param purpose what one can try with it
 */
public record DemoUser(
    String userName, String password, LocalText displayName, LocalText purpose) {}
