/** Job type {@code sla-resume}: restarts the clock and moves the deadline. */
@NullMarked
package uz.yagona.workers.slaresume;

import org.jspecify.annotations.NullMarked;
