package uz.yagona.portal.user;

/** What a person may do; Spring Security knows it as {@code ROLE_<name>}. */
public enum Role {
  CITIZEN,
  /** Follows from membership in a group of reviewers or heads. */
  STAFF,
  /** Follows from membership in a group of heads. */
  HEAD,
  OPERATOR,
  DESIGNER,
  AUDITOR,
  /** Decides on the erasure of personal data. */
  DATA_OFFICER,
  /** Works at the registration desk for certificates. */
  REGISTRAR;

  public String authority() {
    return "ROLE_" + name();
  }
}
