package uz.yagona.portal.user;

import uz.yagona.forms.LocalText;

/**
 * An official's place.
 *
 * @param body code of the body, as {@code CADASTRE}
 */
public record StaffPost(LocalText position, String body) {}
