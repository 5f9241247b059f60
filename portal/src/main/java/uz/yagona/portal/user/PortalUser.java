package uz.yagona.portal.user;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.LocalText;

/**
 * A person who may sign in, as the database knows them now.
 *
 * @param subjectId the person in the vault
 * @param displayName name of an official; for a citizen the name from the vault
 * @param groups staff groups such as {@code cadastre-reviewers}
 * @param post {@code null} for people who are not staff
 */
public record PortalUser(
    String userName,
    UUID subjectId,
    LocalText displayName,
    Set<Role> roles,
    Set<String> groups,
    @Nullable StaffPost post) {
  public PortalUser {
    roles = Set.copyOf(roles);
    groups = Set.copyOf(groups);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean isMemberOf(String group) {
    return groups.contains(group);
  }
}
