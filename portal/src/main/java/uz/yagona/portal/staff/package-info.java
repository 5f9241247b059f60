/**
 * The officials' side: task list, case page, review and signature. Rights are checked here, on
 * every call.
 */
@NullMarked
package uz.yagona.portal.staff;

import org.jspecify.annotations.NullMarked;
