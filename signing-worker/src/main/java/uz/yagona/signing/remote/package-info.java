/**
 * Signatures with keys that people keep, in two steps: prepared here, made on the person's own
 * device, used by the {@code pdf-sign} job. Standard keys become PAdES; an E-IMZO signature lies
 * beside the PDF.
 */
@NullMarked
package uz.yagona.signing.remote;

import org.jspecify.annotations.NullMarked;
