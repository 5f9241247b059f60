package uz.yagona.gateway.identity;

import io.camunda.client.protocol.rest.CamundaUserResult;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a caller who it is. */
@RestController("gatewayAuthenticationController")
final class AuthenticationController {

  @GetMapping("/v2/authentication/me")
  CamundaUserResult me(Principal caller) {
    return new CamundaUserResult()
        .username(caller.getName())
        .displayName(caller.getName())
        .authorizedComponents(List.of("*"))
        .tenants(List.of())
        .groups(List.of())
        .roles(List.of())
        .salesPlanType("")
        .c8Links(Map.of())
        .canLogout(false);
  }
}
