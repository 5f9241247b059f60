/** Job type {@code notify}: tells the applicant something. */
@NullMarked
package uz.yagona.workers.notify;

import org.jspecify.annotations.NullMarked;
