package uz.yagona.signing.pki;

/**
 * The person a signer certificate is made for.
 *
 * @param position office held, as printed beside the signature
 */
public record Person(String userName, String displayName, String position) {}
