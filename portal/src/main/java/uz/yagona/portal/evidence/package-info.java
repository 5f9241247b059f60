/** Evidence packs: what stands on record about a case, to be checked without this installation. */
@NullMarked
package uz.yagona.portal.evidence;

import org.jspecify.annotations.NullMarked;
