package uz.yagona.signing.timestamp;

import java.time.Instant;

/**
 * A timestamp that a job asked for.
 *
 * @param digest SHA-256, hexadecimal
 * @param serial of the token, decimal
 * @param token DER
 */
record StoredToken(String digest, String serial, byte[] token, Instant stampedAt) {}
