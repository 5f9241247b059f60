package uz.yagona.portal.internal;

import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.forms.Language;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;
import uz.yagona.portal.user.Users;

/** Officials, for signing; docs/internal-api.md. */
@RestController
@RequestMapping("/internal/staff")
class StaffController {
  private final Users users;

  StaffController(Users users) {
    this.users = users;
  }

  record StaffResponse(String userName, String displayName, String position, String body) {}

  @GetMapping("/{userName}")
  StaffResponse staff(
      @PathVariable String userName, @RequestParam(defaultValue = "uz-Latn") String language) {
    return users
        .find(userName)
        .flatMap(user -> response(user, Language.of(language)))
        .orElseThrow(() -> new UnknownStaffException(userName));
  }

  record RolesResponse(String userName, Set<Role> roles) {}

  /** What a user may do; also of people without a post. */
  @GetMapping("/{userName}/roles")
  RolesResponse roles(@PathVariable String userName) {
    return users
        .find(userName)
        .map(user -> new RolesResponse(user.userName(), user.roles()))
        .orElseThrow(() -> new UnknownStaffException(userName));
  }

  private static Optional<StaffResponse> response(PortalUser user, Language language) {
    var post = user.post();
    return post == null
        ? Optional.empty()
        : Optional.of(
            new StaffResponse(
                user.userName(),
                user.displayName().in(language),
                post.position().in(language),
                post.body()));
  }
}
