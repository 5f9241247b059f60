/** Job type {@code sla-pause}: stops the clock while the applicant is asked. */
@NullMarked
package uz.yagona.workers.slapause;

import org.jspecify.annotations.NullMarked;
