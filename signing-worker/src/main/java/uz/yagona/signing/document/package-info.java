/**
 * The register of documents: number, draft and signed file by their SHA-256, signatures, and which
 * document is in force. Files are kept once by content and never changed.
 */
@NullMarked
package uz.yagona.signing.document;

import org.jspecify.annotations.NullMarked;
