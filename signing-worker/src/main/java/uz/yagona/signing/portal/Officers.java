package uz.yagona.signing.portal;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uz.yagona.client.JobException;

/**
 * Who may act at the registration desk. A caller names the person who acts; whether that person is
 * an officer is asked of the portal, so that the service token alone gives nobody the role. Answers
 * 403 to others, 503 when the portal cannot be asked.
 */
@Component
public class Officers {
  private static final String REGISTRAR = "REGISTRAR";
  private static final String HEAD = "HEAD";

  private final Portal portal;

  Officers(Portal portal) {
    this.portal = portal;
  }

  /** Refuses whoever is no officer of the registration desk. */
  public void requireRegistrar(String userName) {
    if (!has(userName, REGISTRAR)) {
      throw refused("an officer of the registration desk", userName);
    }
  }

  /** Refuses whoever is neither an officer of the registration desk nor this person. */
  public void requireRegistrarOr(String person, String userName) {
    if (!userName.equals(person)) {
      requireRegistrar(userName);
    }
  }

  /** Refuses whoever is neither an officer of the registration desk nor this person as a head. */
  public void requireRegistrarOrHead(String person, String userName) {
    if (!userName.equals(person) || !has(userName, HEAD)) {
      requireRegistrar(userName);
    }
  }

  private boolean has(String userName, String role) {
    try {
      return portal.roles(userName).contains(role);
    } catch (JobException e) {
      throw new ResponseStatusException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "Expected the portal to tell the roles of %s, but it did not".formatted(userName),
          e);
    }
  }

  private static ResponseStatusException refused(String wanted, String userName) {
    return new ResponseStatusException(
        HttpStatus.FORBIDDEN, "Expected %s, but %s is none".formatted(wanted, userName));
  }
}
