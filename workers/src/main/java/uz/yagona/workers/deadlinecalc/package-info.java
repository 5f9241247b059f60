/** Job type {@code deadline-calc}: counts a term on the working calendar. */
@NullMarked
package uz.yagona.workers.deadlinecalc;

import org.jspecify.annotations.NullMarked;
