package uz.yagona.portal.user;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.LocalText;

/**
 * Row of {@code user_account}.
 *
 * @param displayName {@code null} for citizens, whose name is in the vault
 * @param passwordHash {@code null} when the person signs in at an identity provider
 */
record Account(
    String userName,
    UUID subjectId,
    @Nullable LocalText displayName,
    @Nullable String passwordHash,
    boolean isEnabled) {}
