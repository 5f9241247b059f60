/** Hash-chained record of who did, read or was refused what. */
@NullMarked
package uz.yagona.portal.journal;

import org.jspecify.annotations.NullMarked;
