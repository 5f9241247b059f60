package uz.yagona.gateway.identity;

import io.camunda.client.protocol.rest.CamundaUserResult;
import io.camunda.client.protocol.rest.TenantResult;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.access.OpenToCallers;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.access.Rights;
import uz.yagona.gateway.directory.UserRepository;
import uz.yagona.gateway.json.Values;

/** Tells a caller who it is. */
@OpenToCallers
@RestController("gatewayAuthenticationController")
final class AuthenticationController {
  private final UserRepository users;

  AuthenticationController(UserRepository users) {
    this.users = users;
  }

  @GetMapping("/v2/authentication/me")
  CamundaUserResult me() {
    var caller = CurrentCaller.get();
    var components = caller.rights().ids(ResourceType.COMPONENT, PermissionType.ACCESS);
    var result =
        new CamundaUserResult()
            .username(caller.name())
            .displayName(caller.name())
            .authorizedComponents(
                components == null ? List.of(Rights.ANY) : components.stream().sorted().toList())
            .tenants(List.of(new TenantResult().tenantId(Values.TENANT).name("Default")))
            .groups(caller.groups())
            .roles(caller.roles())
            .salesPlanType("")
            .c8Links(Map.of())
            .canLogout(false);
    if (caller.type() == Caller.Type.USER) {
      users
          .find(caller.name())
          .ifPresent(
              user -> {
                var name = user.name();
                result.displayName(name == null ? user.username() : name).email(user.email());
              });
    }
    return result;
  }
}
