package uz.yagona.signing.pki;

/**
 * The organisation a seal is made for.
 *
 * @param code as in the portal's register of bodies
 */
public record Organisation(String code, String name) {

  /** The name under which the certificate register knows the holder. */
  public String userName() {
    return "organisation:" + code;
  }
}
