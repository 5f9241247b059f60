/** Signals and conditions, which reach everything that waits for them. */
@NullMarked
package uz.yagona.gateway.signal;

import org.jspecify.annotations.NullMarked;
