package uz.yagona.signing.pki;

/** Where the identity of a signer comes from. */
@FunctionalInterface
public interface StaffDirectory {

  /**
   * The person behind a user name.
   *
   * @throws java.util.NoSuchElementException when there is no such user
   */
  Person person(String userName);
}
