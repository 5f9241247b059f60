/**
 * PAdES signatures (ETSI EN 319 142-1): the signing worker with its rules, the signer, and the
 * bridge by which the signature library reaches the pilot PKI inside this process.
 */
@NullMarked
package uz.yagona.signing.pades;

import org.jspecify.annotations.NullMarked;
