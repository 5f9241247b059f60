/** Client of the signing worker's API. */
@NullMarked
package uz.yagona.portal.signing;

import org.jspecify.annotations.NullMarked;
