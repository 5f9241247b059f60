/** Job type {@code request-state}: shows the applicant how far the request is. */
@NullMarked
package uz.yagona.workers.requeststate;

import org.jspecify.annotations.NullMarked;
