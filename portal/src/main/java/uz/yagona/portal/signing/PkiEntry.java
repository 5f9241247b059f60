package uz.yagona.portal.signing;

import java.time.Instant;

/**
 * An entry of the chained journal of certificates and keys.
 *
 * @param object serial number of a certificate, or id of an application or operation
 * @param hash SHA-256 over everything else and the hash before, hexadecimal
 */
public record PkiEntry(
    long position,
    Instant at,
    String actor,
    String action,
    String object,
    String detail,
    String hash) {}
