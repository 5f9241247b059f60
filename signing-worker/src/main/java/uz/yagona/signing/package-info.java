/**
 * Documents and proof: rendering of official PDF documents, PAdES signatures, their verification,
 * and the pilot public key infrastructure. {@link uz.yagona.signing.SigningConfiguration} is the
 * entry; it runs inside the one application or alone.
 */
@NullMarked
package uz.yagona.signing;

import org.jspecify.annotations.NullMarked;
