package uz.yagona.portal.staff;

/** Words of the form {@code sign-decision}. */
final class SignForm {
  static final String SIGN = "SIGN";
  static final String RETURN = "RETURN";
  static final String RETURN_REASON = "returnReason";
  static final String DIGEST = "digest";
  static final String REMOTE_SIGNATURE = "remoteSignature";

  private SignForm() {}
}
