/** Deployed processes. */
@NullMarked
package uz.yagona.gateway.processdefinition;

import org.jspecify.annotations.NullMarked;
