/** The working calendar and the arithmetic of terms and deadlines on it. */
@NullMarked
package uz.yagona.workers.calendar;

import org.jspecify.annotations.NullMarked;
