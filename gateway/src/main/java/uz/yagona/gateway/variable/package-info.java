/** Variables of process instances. */
@NullMarked
package uz.yagona.gateway.variable;

import org.jspecify.annotations.NullMarked;
