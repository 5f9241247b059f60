/** Personal values, sealed with a key per person; each read has a purpose and is journaled. */
@NullMarked
package uz.yagona.portal.vault;

import org.jspecify.annotations.NullMarked;
