/** The installation's own seal over what leaves it: CAdES-B-T over bytes that are kept apart. */
@NullMarked
package uz.yagona.signing.seal;

import org.jspecify.annotations.NullMarked;
