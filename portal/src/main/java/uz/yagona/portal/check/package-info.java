/**
 * The public check of documents: by the address in the QR code, by a file's digest, by a whole
 * file.
 */
@NullMarked
package uz.yagona.portal.check;

import org.jspecify.annotations.NullMarked;
