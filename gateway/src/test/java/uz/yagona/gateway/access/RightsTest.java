package uz.yagona.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uz.yagona.gateway.access.ResourceType.GROUP;
import static uz.yagona.gateway.access.ResourceType.PROCESS_DEFINITION;
import static uz.yagona.gateway.access.ResourceType.USER_TASK;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uz.yagona.gateway.access.Rights.Grant;
import uz.yagona.gateway.problem.ForbiddenException;

class RightsTest {
  private static final PermissionType READ = PermissionType.READ;

  private final Rights rights =
      Rights.of(
          List.of(
              new Grant(GROUP, "north", null, Set.of(READ, PermissionType.UPDATE)),
              new Grant(GROUP, "south", null, Set.of(READ)),
              new Grant(
                  PROCESS_DEFINITION, "*", null, Set.of(PermissionType.CREATE_PROCESS_INSTANCE)),
              new Grant(USER_TASK, null, "assignee", Set.of(READ))));

  @Test
  void shouldAllowWhatWasGrantedAndNothingElse() {
    assertThat(rights.has(GROUP, READ, "south")).isTrue();
    assertThat(rights.has(GROUP, PermissionType.UPDATE, "south")).isFalse();
    assertThat(rights.has(GROUP, READ, "*")).isFalse();
    assertThat(rights.has(ResourceType.ROLE, READ, "north")).isFalse();
    assertThat(rights.ids(GROUP, READ)).containsExactlyInAnyOrder("north", "south");
  }

  @Test
  void shouldTakeAStarForEveryResource() {
    var create = PermissionType.CREATE_PROCESS_INSTANCE;
    assertThat(rights.has(PROCESS_DEFINITION, create, "any")).isTrue();
    assertThat(rights.hasAny(PROCESS_DEFINITION, create)).isTrue();
    assertThat(rights.hasAny(GROUP, READ)).isFalse();
  }

  @Test
  void shouldKeepPropertiesApartFromIds() {
    assertThat(rights.taskProperties(READ)).containsExactly("assignee");
    assertThat(rights.ids(USER_TASK, READ)).isEmpty();
  }

  @Test
  void shouldNameTheMissingPermission() {
    var caller = new Caller("anna", Caller.Type.USER, List.of(), List.of(), rights);

    assertThatExceptionOfType(ForbiddenException.class)
        .isThrownBy(() -> caller.require(GROUP, PermissionType.UPDATE, "south"))
        .withMessage(
            "Expected permission UPDATE on GROUP 'south', but user 'anna' does not have it");
  }

  @Test
  void shouldDenyNothingToCallersOfTheInstallation() {
    for (var resource : ResourceType.values()) {
      for (var permission : resource.permissions()) {
        assertThat(Rights.UNLIMITED.has(resource, permission, "any")).isTrue();
      }
    }
  }
}
