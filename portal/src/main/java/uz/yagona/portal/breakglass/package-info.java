/** Emergency access: reading a case outside one's rights, with a reason, for a while, reviewed. */
@NullMarked
package uz.yagona.portal.breakglass;

import org.jspecify.annotations.NullMarked;
