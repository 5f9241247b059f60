/**
 * Checking of PDF files that anybody may send (ETSI EN 319 102-1): a policy stricter than the
 * library's own, limits against hostile files, and the comparison with the register of documents.
 */
@NullMarked
package uz.yagona.signing.verify;

import org.jspecify.annotations.NullMarked;
