/** Timestamps over any digest, as a step of a process (RFC 3161). */
@NullMarked
package uz.yagona.signing.timestamp;

import org.jspecify.annotations.NullMarked;
