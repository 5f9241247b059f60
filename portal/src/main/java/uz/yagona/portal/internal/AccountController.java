package uz.yagona.portal.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.user.Role;
import uz.yagona.portal.user.Users;

/** Opens and closes accounts on the word of an operator; docs/internal-api.md. */
@RestController
@RequestMapping("/internal/accounts")
class AccountController {
  private final Users users;
  private final Journal journal;

  AccountController(Users users, Journal journal) {
    this.users = users;
    this.journal = journal;
  }

  record AccountBody(@Nullable Boolean enabled, @Nullable String decidedBy) {}

  record AccountResponse(String userName, boolean enabled, int endedSessions) {}

  @PutMapping("/{userName}")
  AccountResponse change(@PathVariable String userName, @RequestBody AccountBody body) {
    var isEnabled = Required.member(body.enabled(), "enabled");
    var decidedBy = Required.member(body.decidedBy(), "decidedBy");
    if (users.find(decidedBy).filter(user -> user.has(Role.OPERATOR)).isEmpty()) {
      throw new AccessDeniedException("Expected an operator, but %s is none".formatted(decidedBy));
    }
    var was = users.isEnabled(userName).orElseThrow(() -> new UnknownStaffException(userName));
    var ended = users.enable(userName, isEnabled);
    journal.write(
        decidedBy,
        Action.ACCOUNT,
        "account:" + userName,
        Map.of(
            "before.enabled", String.valueOf(was),
            "after.enabled", String.valueOf(isEnabled),
            "endedSessions", String.valueOf(ended)));
    return new AccountResponse(userName, isEnabled, ended);
  }
}
