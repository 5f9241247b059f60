/** Job type {@code escalate}: tells whom {@code escalation.dmn} names that time runs out. */
@NullMarked
package uz.yagona.workers.escalate;

import org.jspecify.annotations.NullMarked;
