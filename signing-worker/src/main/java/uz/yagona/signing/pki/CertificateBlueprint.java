package uz.yagona.signing.pki;

import java.security.KeyPair;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * What an authority is asked to certify.
 *
 * @param keyPair the subject's keys
 * @param from start of validity; its end follows from the profile
 */
record CertificateBlueprint(
    CertificateProfile profile, X500Name subject, KeyPair keyPair, Instant from) {}
