package uz.yagona.portal.user;

import java.io.Serializable;
import java.security.Principal;

/** Who is signed in, as the session keeps it; everything else is read fresh. */
public record SignedInUser(String userName) implements Principal, Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public String getName() {
    return userName;
  }
}
