package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static uz.yagona.gateway.Refusals.assertRefused;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.Client;
import io.camunda.client.api.search.response.Group;
import io.camunda.client.api.search.response.GroupUser;
import io.camunda.client.api.search.response.MappingRule;
import io.camunda.client.api.search.response.Role;
import io.camunda.client.api.search.response.RoleGroup;
import io.camunda.client.api.search.response.RoleUser;
import io.camunda.client.api.search.response.Tenant;
import io.camunda.client.api.search.response.TenantGroup;
import io.camunda.client.api.search.response.TenantUser;
import io.camunda.client.api.search.response.User;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Users, groups, roles, mapping rules and tenants through the official client. */
class DirectoryIT {
  private static final String TENANT = "<default>";
  private static final String PASSWORD = "a-long-password";

  private static GatewayServer server;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    server = GatewayServer.start(RecordingConfiguration.class, Map.of());
    client = server.rest();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void createUser(String username) {
    client.newCreateUserCommand().username(username).password(PASSWORD).send().join();
  }

  private static void createGroup(String id) {
    client.newCreateGroupCommand().groupId(id).name(id).send().join();
  }

  private static void createRule(String id) {
    client
        .newCreateMappingRuleCommand()
        .mappingRuleId(id)
        .claimName("department")
        .claimValue(id)
        .name("People of " + id)
        .send()
        .join();
  }

  // users -----------------------------------------------------------------------------------------

  @Test
  void shouldKeepAUserUntilItIsDeleted() {
    var created =
        client
            .newCreateUserCommand()
            .username("anna")
            .name("Anna")
            .email("anna@example.org")
            .password(PASSWORD)
            .send()
            .join();
    assertThat(created.getUsername()).isEqualTo("anna");

    var updated =
        client.newUpdateUserCommand("anna").name("Anna K.").email("ak@example.org").send().join();
    assertThat(updated.getEmail()).isEqualTo("ak@example.org");
    var user = client.newUserGetRequest("anna").send().join();
    assertThat(user.getName()).isEqualTo("Anna K.");
    assertThat(user.getEmail()).isEqualTo("ak@example.org");

    client.newDeleteUserCommand("anna").send().join();

    assertRefused(client.newUserGetRequest("anna"), 404, "user", "anna");
    assertRefused(client.newDeleteUserCommand("anna"), 404, "anna");
    assertRefused(client.newUpdateUserCommand("anna").name("A").email("a@b.uz"), 404, "anna");
  }

  @Test
  void shouldKeepAStrongHashOfAPasswordOnly() {
    createUser("hashed");

    var row =
        JdbcClient.create(server.bean(DataSource.class))
            .sql("select u::text from gateway.api_user u where username = 'hashed'")
            .query(String.class)
            .single();

    assertThat(row).contains("{pbkdf2@SpringSecurity_v5_8}").doesNotContain(PASSWORD);
  }

  @Test
  void shouldRefuseUsersThatCannotBe() {
    createUser("twice");

    assertRefused(user("twice", PASSWORD), 409, "'twice'", "one with this name");
    assertRefused(user("internal", PASSWORD), 409, "client of the installation");
    assertRefused(user("a b", PASSWORD), 400, "'username'", "letters");
    assertRefused(user("shorty", "1234567"), 400, "8 to 256 characters");
    assertRefused(user("mailer", PASSWORD).email("nobody"), 400, "'email'");
  }

  private static io.camunda.client.api.command.CreateUserCommandStep1 user(
      String username, String password) {
    return client.newCreateUserCommand().username(username).password(password);
  }

  @Test
  void shouldFindUsersByEveryFilterAndInEveryOrder() {
    for (var letter : new String[] {"a", "b", "c"}) {
      client
          .newCreateUserCommand()
          .username("find-" + letter)
          .name("Name " + letter)
          .email(letter + "@find.example")
          .password(PASSWORD)
          .send()
          .join();
    }

    var byName =
        client
            .newUsersSearchRequest()
            .filter(filter -> filter.username(name -> name.like("find-*")).name("Name b"))
            .send()
            .join();
    var byMail =
        client
            .newUsersSearchRequest()
            .filter(filter -> filter.email(mail -> mail.like("*@find.example")))
            .sort(sort -> sort.email().desc())
            .page(page -> page.limit(2))
            .send()
            .join();

    assertThat(byName.items()).extracting(User::getUsername).containsExactly("find-b");
    assertThat(byMail.items()).extracting(User::getUsername).containsExactly("find-c", "find-b");
    assertThat(byMail.page().totalItems()).isEqualTo(3);
  }

  // groups ----------------------------------------------------------------------------------------

  @Test
  void shouldKeepAGroupUntilItIsDeleted() {
    client
        .newCreateGroupCommand()
        .groupId("north")
        .name("North")
        .description("Those in the north")
        .send()
        .join();
    assertRefused(client.newCreateGroupCommand().groupId("north").name("N"), 409, "group 'north'");

    client.newUpdateGroupCommand("north").name("Far north").description("").send().join();
    var group = client.newGroupGetRequest("north").send().join();
    assertThat(group.getName()).isEqualTo("Far north");
    assertThat(
            client
                .newGroupsSearchRequest()
                .filter(filter -> filter.groupId("north").name("Far north"))
                .sort(sort -> sort.groupId().asc())
                .send()
                .join()
                .items())
        .extracting(Group::getGroupId)
        .containsExactly("north");

    client.newDeleteGroupCommand("north").send().join();
    assertRefused(client.newGroupGetRequest("north"), 404, "group", "north");
    assertRefused(client.newDeleteGroupCommand("north"), 404, "north");
    assertRefused(client.newUpdateGroupCommand("north").name("N").description(""), 404, "north");
  }

  @Test
  void shouldTellWhoIsInAGroup() {
    createUser("member");
    createGroup("team");
    createRule("team-rule");
    client.newAssignUserToGroupCommand().username("member").groupId("team").send().join();
    client.newAssignClientToGroupCommand().clientId("robot").groupId("team").send().join();
    client
        .newAssignMappingRuleToGroupCommand()
        .mappingRuleId("team-rule")
        .groupId("team")
        .send()
        .join();

    assertThat(client.newUsersByGroupSearchRequest("team").send().join().items())
        .extracting(GroupUser::getUsername)
        .containsExactly("member");
    assertThat(client.newClientsByGroupSearchRequest("team").send().join().items())
        .extracting(Client::getClientId)
        .containsExactly("robot");
    assertThat(client.newMappingRulesByGroupSearchRequest("team").send().join().items())
        .extracting(MappingRule::getClaimValue)
        .containsExactly("team-rule");
    var again = client.newAssignUserToGroupCommand().username("member").groupId("team");
    assertRefused(again, 409, "user 'member'", "group 'team'");
    assertRefused(
        client.newAssignUserToGroupCommand().username("ghost").groupId("team"), 404, "ghost");
    assertRefused(
        client.newAssignUserToGroupCommand().username("member").groupId("ghosts"), 404, "ghosts");

    client.newUnassignUserFromGroupCommand().username("member").groupId("team").send().join();
    client.newUnassignClientFromGroupCommand().clientId("robot").groupId("team").send().join();
    client
        .newUnassignMappingRuleFromGroupCommand()
        .mappingRuleId("team-rule")
        .groupId("team")
        .send()
        .join();

    assertThat(client.newUsersByGroupSearchRequest("team").send().join().items()).isEmpty();
    assertThat(client.newClientsByGroupSearchRequest("team").send().join().items()).isEmpty();
    assertThat(client.newMappingRulesByGroupSearchRequest("team").send().join().items()).isEmpty();
    assertRefused(
        client.newUnassignUserFromGroupCommand().username("member").groupId("team"),
        404,
        "it is not");
    assertRefused(client.newUsersByGroupSearchRequest("ghosts"), 404, "ghosts");
  }

  @Test
  void shouldLeaveNoMemberBehindWhenAUserOrGroupIsDeleted() {
    createUser("leaver");
    createGroup("left");
    client.newAssignUserToGroupCommand().username("leaver").groupId("left").send().join();

    client.newDeleteUserCommand("leaver").send().join();
    assertThat(client.newUsersByGroupSearchRequest("left").send().join().items()).isEmpty();

    createUser("leaver");
    client.newAssignUserToGroupCommand().username("leaver").groupId("left").send().join();
    client.newDeleteGroupCommand("left").send().join();
    createGroup("left");
    assertThat(client.newUsersByGroupSearchRequest("left").send().join().items()).isEmpty();
  }

  // roles -----------------------------------------------------------------------------------------

  @Test
  void shouldHaveTheDocumentedRolesFromTheFirstStart() {
    assertThat(
            client.newRolesSearchRequest().sort(sort -> sort.roleId().asc()).send().join().items())
        .extracting(Role::getRoleId)
        .contains(
            "admin", "app-integrations", "connectors", "readonly-admin", "rpa", "task-worker");
  }

  @Test
  void shouldKeepARoleUntilItIsDeleted() {
    client.newCreateRoleCommand().roleId("clerk").name("Clerk").send().join();
    assertRefused(client.newCreateRoleCommand().roleId("clerk").name("C"), 409, "role 'clerk'");

    client.newUpdateRoleCommand("clerk").name("Senior clerk").description("x").send().join();
    assertThat(client.newRoleGetRequest("clerk").send().join().getName()).isEqualTo("Senior clerk");
    assertThat(
            client
                .newRolesSearchRequest()
                .filter(filter -> filter.roleId("clerk").name("Senior clerk"))
                .send()
                .join()
                .items())
        .hasSize(1);

    client.newDeleteRoleCommand("clerk").send().join();
    assertRefused(client.newRoleGetRequest("clerk"), 404, "role", "clerk");
  }

  @Test
  void shouldTellWhoHasARole() {
    createUser("worker");
    createGroup("workers");
    createRule("workers-rule");
    client.newCreateRoleCommand().roleId("work").name("Work").send().join();
    client.newAssignRoleToUserCommand().roleId("work").username("worker").send().join();
    client.newAssignRoleToGroupCommand().roleId("work").groupId("workers").send().join();
    client.newAssignRoleToClientCommand().roleId("work").clientId("robot").send().join();
    client
        .newAssignRoleToMappingRuleCommand()
        .roleId("work")
        .mappingRuleId("workers-rule")
        .send()
        .join();

    assertThat(client.newUsersByRoleSearchRequest("work").send().join().items())
        .extracting(RoleUser::getUsername)
        .containsExactly("worker");
    assertThat(client.newGroupsByRoleSearchRequest("work").send().join().items())
        .extracting(RoleGroup::getGroupId)
        .containsExactly("workers");
    assertThat(client.newClientsByRoleSearchRequest("work").send().join().items())
        .extracting(Client::getClientId)
        .containsExactly("robot");
    assertThat(client.newMappingRulesByRoleSearchRequest("work").send().join().items())
        .extracting(MappingRule::getMappingRuleId)
        .containsExactly("workers-rule");
    assertThat(client.newRolesByGroupSearchRequest("workers").send().join().items())
        .extracting(Role::getRoleId)
        .containsExactly("work");

    client.newUnassignRoleFromUserCommand().roleId("work").username("worker").send().join();
    client.newUnassignRoleFromGroupCommand().roleId("work").groupId("workers").send().join();
    client.newUnassignRoleFromClientCommand().roleId("work").clientId("robot").send().join();
    client
        .newUnassignRoleFromMappingRuleCommand()
        .roleId("work")
        .mappingRuleId("workers-rule")
        .send()
        .join();
    assertThat(client.newUsersByRoleSearchRequest("work").send().join().items()).isEmpty();
    assertThat(client.newRolesByGroupSearchRequest("workers").send().join().items()).isEmpty();
  }

  // mapping rules ---------------------------------------------------------------------------------

  @Test
  void shouldKeepAMappingRuleUntilItIsDeleted() {
    createRule("finance");
    createRule("legal");
    assertRefused(
        client
            .newCreateMappingRuleCommand()
            .mappingRuleId("other")
            .claimName("department")
            .claimValue("finance")
            .name("x"),
        409,
        "department");
    assertRefused(
        client
            .newUpdateMappingRuleCommand("legal")
            .name("x")
            .claimName("department")
            .claimValue("finance"),
        409,
        "department");

    client
        .newUpdateMappingRuleCommand("finance")
        .name("Unit 7")
        .claimName("unit")
        .claimValue("7")
        .send()
        .join();

    assertThat(client.newMappingRuleGetRequest("finance").send().join().getClaimName())
        .isEqualTo("unit");
    assertThat(
            client
                .newMappingRulesSearchRequest()
                .filter(
                    filter ->
                        filter
                            .mappingRuleId("finance")
                            .claimName("unit")
                            .claimValue("7")
                            .name("Unit 7"))
                .sort(sort -> sort.claimValue().desc())
                .send()
                .join()
                .items())
        .hasSize(1);
    client.newDeleteMappingRuleCommand("finance").send().join();
    assertRefused(client.newMappingRuleGetRequest("finance"), 404, "mapping rule", "finance");
  }

  // tenants ---------------------------------------------------------------------------------------

  @Test
  void shouldHaveTheDefaultTenantAndNoOther() {
    assertThat(client.newTenantGetRequest(TENANT).send().join().getTenantId()).isEqualTo(TENANT);
    assertThat(
            client
                .newTenantsSearchRequest()
                .filter(filter -> filter.tenantId(TENANT))
                .sort(sort -> sort.name().asc())
                .send()
                .join()
                .items())
        .extracting(Tenant::getTenantId)
        .containsExactly(TENANT);
    assertRefused(
        client.newCreateTenantCommand().tenantId("other").name("Other"),
        501,
        "does not keep the data of tenants apart");
    assertRefused(client.newDeleteTenantCommand(TENANT), 409, TENANT);
    assertRefused(client.newTenantGetRequest("other"), 404, "other");

    client.newUpdateTenantCommand(TENANT).name("All of us").send().join();
    assertThat(client.newTenantGetRequest(TENANT).send().join().getName()).isEqualTo("All of us");
  }

  @Test
  void shouldTellWhoIsInTheTenant() {
    createUser("citizen");
    createGroup("citizens");
    createRule("citizens-rule");
    client.newAssignUserToTenantCommand().username("citizen").tenantId(TENANT).send().join();
    client.newAssignGroupToTenantCommand().groupId("citizens").tenantId(TENANT).send().join();
    client.newAssignRoleToTenantCommand().roleId("rpa").tenantId(TENANT).send().join();
    client.newAssignClientToTenantCommand().clientId("robot").tenantId(TENANT).send().join();
    client
        .newAssignMappingRuleToTenantCommand()
        .mappingRuleId("citizens-rule")
        .tenantId(TENANT)
        .send()
        .join();

    assertThat(client.newUsersByTenantSearchRequest(TENANT).send().join().items())
        .extracting(TenantUser::getUsername)
        .containsExactly("citizen");
    assertThat(client.newGroupsByTenantSearchRequest(TENANT).send().join().items())
        .extracting(TenantGroup::getGroupId)
        .containsExactly("citizens");
    assertThat(client.newRolesByTenantSearchRequest(TENANT).send().join().items())
        .extracting(Role::getRoleId)
        .containsExactly("rpa");
    assertThat(client.newClientsByTenantSearchRequest(TENANT).send().join().items())
        .extracting(Client::getClientId)
        .containsExactly("robot");
    assertThat(client.newMappingRulesByTenantSearchRequest(TENANT).send().join().items())
        .extracting(MappingRule::getMappingRuleId)
        .containsExactly("citizens-rule");

    client.newUnassignUserFromTenantCommand().username("citizen").tenantId(TENANT).send().join();
    client.newUnassignGroupFromTenantCommand().groupId("citizens").tenantId(TENANT).send().join();
    client.newUnassignRoleFromTenantCommand().roleId("rpa").tenantId(TENANT).send().join();
    client.newUnassignClientFromTenantCommand().clientId("robot").tenantId(TENANT).send().join();
    client
        .newUnassignMappingRuleFromTenantCommand()
        .mappingRuleId("citizens-rule")
        .tenantId(TENANT)
        .send()
        .join();
    assertThat(client.newUsersByTenantSearchRequest(TENANT).send().join().items()).isEmpty();
    assertThat(client.newRolesByTenantSearchRequest(TENANT).send().join().items()).isEmpty();
  }
}
