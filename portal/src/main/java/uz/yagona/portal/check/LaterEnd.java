package uz.yagona.portal.check;

import java.time.Instant;

/**
 * What happened to a certificate after it had signed. The signature stays valid, because its
 * timestamp proves that it was made before; whoever checks it should know all the same.
 *
 * @param state {@code REVOKED} or {@code SUSPENDED}
 */
record LaterEnd(String signerName, String state, Instant at) {}
