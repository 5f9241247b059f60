/** The settable clock, and the endpoints of Camunda Process Test. */
@NullMarked
package uz.yagona.gateway.clock;

import org.jspecify.annotations.NullMarked;
