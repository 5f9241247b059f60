package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static uz.yagona.gateway.Refusals.assertRefused;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.OwnerType;
import io.camunda.client.api.search.enums.PermissionType;
import io.camunda.client.api.search.enums.ResourceType;
import io.camunda.client.api.search.response.Authorization;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Authorizations through the official client; what they do stands in {@code RightsIT}. */
class AuthorizationsIT {
  private static GatewayServer server;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    server = GatewayServer.start(RecordingConfiguration.class, Map.of());
    client = server.rest();
    client.newCreateUserCommand().username("anna").password("a-long-password").send().join();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static long authorize(String owner, ResourceType resource, String id) {
    return client
        .newCreateAuthorizationCommand()
        .ownerId(owner)
        .ownerType(OwnerType.CLIENT)
        .resourceId(id)
        .resourceType(resource)
        .permissionTypes(PermissionType.READ)
        .send()
        .join()
        .getAuthorizationKey();
  }

  @Test
  void shouldKeepAnAuthorizationUntilItIsDeleted() {
    var key =
        client
            .newCreateAuthorizationCommand()
            .ownerId("anna")
            .ownerType(OwnerType.USER)
            .resourceId("order")
            .resourceType(ResourceType.PROCESS_DEFINITION)
            .permissionTypes(PermissionType.CREATE_PROCESS_INSTANCE)
            .send()
            .join()
            .getAuthorizationKey();
    client
        .newUpdateAuthorizationCommand(key)
        .ownerId("anna")
        .ownerType(OwnerType.USER)
        .resourceId("*")
        .resourceType(ResourceType.PROCESS_DEFINITION)
        .permissionTypes(PermissionType.READ_USER_TASK, PermissionType.UPDATE_USER_TASK)
        .send()
        .join();

    var read = client.newAuthorizationGetRequest(key).send().join();

    assertThat(read.getOwnerId()).isEqualTo("anna");
    assertThat(read.getOwnerType()).isEqualTo(OwnerType.USER);
    assertThat(read.getResourceId()).isEqualTo("*");
    assertThat(read.getPermissionTypes())
        .containsExactlyInAnyOrder(PermissionType.READ_USER_TASK, PermissionType.UPDATE_USER_TASK);
    client.newDeleteAuthorizationCommand(key).send().join();
    assertRefused(client.newAuthorizationGetRequest(key), 404, "authorization");
    assertRefused(client.newDeleteAuthorizationCommand(key), 404, "authorization");
  }

  @Test
  void shouldFindAuthorizationsByEveryFilterAndInEveryOrder() {
    authorize("finder", ResourceType.GROUP, "a");
    authorize("finder", ResourceType.GROUP, "b");
    authorize("finder", ResourceType.ROLE, "c");

    var found =
        client
            .newAuthorizationSearchRequest()
            .filter(
                filter ->
                    filter
                        .ownerId("finder")
                        .ownerType(OwnerType.CLIENT)
                        .resourceType(ResourceType.GROUP)
                        .resourceIds("a", "b", "x"))
            .sort(sort -> sort.resourceId().desc())
            .send()
            .join();
    var byProperty =
        client
            .newAuthorizationSearchRequest()
            .filter(
                filter ->
                    filter
                        .ownerId("task-worker")
                        .resourcePropertyNames("assignee", "candidateUsers"))
            .sort(sort -> sort.resourcePropertyName().asc())
            .send()
            .join();

    assertThat(found.items()).extracting(Authorization::getResourceId).containsExactly("b", "a");
    assertThat(byProperty.items())
        .extracting(Authorization::getResourcePropertyName)
        .containsExactly("assignee", "candidateUsers");
  }

  @Test
  void shouldRefuseWhatDoesNotFitTogether() {
    authorize("strict", ResourceType.GROUP, "*");
    var start = client.newCreateAuthorizationCommand();

    assertRefused(
        start
            .ownerId("strict")
            .ownerType(OwnerType.CLIENT)
            .resourceId("*")
            .resourceType(ResourceType.GROUP)
            .permissionTypes(PermissionType.UPDATE),
        409,
        "'strict'",
        "GROUP");
    assertRefused(
        client
            .newCreateAuthorizationCommand()
            .ownerId("ghost")
            .ownerType(OwnerType.USER)
            .resourceId("*")
            .resourceType(ResourceType.GROUP)
            .permissionTypes(PermissionType.READ),
        404,
        "user",
        "ghost");
    assertRefused(
        client
            .newCreateAuthorizationCommand()
            .ownerId("strict")
            .ownerType(OwnerType.CLIENT)
            .resourceId("*")
            .resourceType(ResourceType.MESSAGE)
            .permissionTypes(PermissionType.DELETE),
        400,
        "'permissionTypes' of MESSAGE",
        "DELETE");
    assertRefused(
        client
            .newCreateAuthorizationCommand()
            .ownerId("strict")
            .ownerType(OwnerType.CLIENT)
            .resourceId("some")
            .resourceType(ResourceType.SYSTEM)
            .permissionTypes(PermissionType.READ),
        400,
        "'*'",
        "SYSTEM");
    assertRefused(
        client
            .newCreateAuthorizationCommand()
            .ownerId("strict")
            .ownerType(OwnerType.CLIENT)
            .resourcePropertyName("priority")
            .resourceType(ResourceType.USER_TASK)
            .permissionTypes(PermissionType.READ),
        400,
        "assignee",
        "priority");
  }

  @Test
  void shouldTakeAwayWhatAUserWasGrantedWhenItIsDeleted() {
    client.newCreateUserCommand().username("gone").password("a-long-password").send().join();
    client
        .newCreateAuthorizationCommand()
        .ownerId("gone")
        .ownerType(OwnerType.USER)
        .resourceId("*")
        .resourceType(ResourceType.SYSTEM)
        .permissionTypes(PermissionType.READ)
        .send()
        .join();

    client.newDeleteUserCommand("gone").send().join();

    assertThat(
            client
                .newAuthorizationSearchRequest()
                .filter(filter -> filter.ownerId("gone"))
                .send()
                .join()
                .items())
        .isEmpty();
  }

  @Test
  void shouldGiveTheAdminEveryPermissionThereIs() {
    var granted =
        client
            .newAuthorizationSearchRequest()
            .filter(filter -> filter.ownerId("admin").ownerType(OwnerType.ROLE).resourceIds("*"))
            .send()
            .join()
            .items()
            .stream()
            .collect(
                Collectors.toMap(
                    each -> each.getResourceType().name(),
                    each ->
                        each.getPermissionTypes().stream()
                            .map(Enum::name)
                            .collect(Collectors.toSet())));
    var all =
        Arrays.stream(uz.yagona.gateway.access.ResourceType.values())
            .collect(
                Collectors.toMap(
                    Enum::name,
                    type ->
                        type.permissions().stream().map(Enum::name).collect(Collectors.toSet())));

    assertThat(granted).isEqualTo(all);
  }
}
