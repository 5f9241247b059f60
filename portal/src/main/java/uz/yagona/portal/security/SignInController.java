package uz.yagona.portal.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uz.yagona.portal.user.DemoUsers;

@Controller
class SignInController {
  private final DemoUsers demoUsers;
  private final ObjectProvider<ClientRegistrationRepository> providers;

  SignInController(DemoUsers demoUsers, ObjectProvider<ClientRegistrationRepository> providers) {
    this.demoUsers = demoUsers;
    this.providers = providers;
  }

  @GetMapping("/sign-in")
  String signIn(Model model) {
    model.addAttribute("demoUsers", demoUsers.all());
    model.addAttribute("oidc", providers.getIfAvailable() != null);
    return "portal/sign-in";
  }
}
