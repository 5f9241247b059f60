/**
 * The pilot public key infrastructure: a root and an issuing authority, a timestamp authority (RFC
 * 3161), an OCSP responder (RFC 6960), revocation lists and signer certificates. Knows nothing of
 * PDF or PAdES, so that the signature library judges it as a stranger.
 */
@NullMarked
package uz.yagona.signing.pki;

import org.jspecify.annotations.NullMarked;
