package uz.yagona.portal.filing;

import java.util.Map;
import org.springframework.stereotype.Component;
import uz.yagona.forms.submission.FormContext;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Users;

/** What a form knows of the person who fills it in. */
@Component
public class Contexts {
  private final Users users;
  private final PortalClock clock;

  Contexts(Users users, PortalClock clock) {
    this.users = users;
    this.clock = clock;
  }

  /** Today, and the profile as {@code applicant}. */
  public FormContext of(PortalUser applicant) {
    return FormContext.on(clock.today())
        .withVariables(Map.of("applicant", Map.copyOf(users.profile(applicant).values())));
  }
}
