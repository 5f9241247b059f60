/** Job type {@code request-register}: gives a request its number. */
@NullMarked
package uz.yagona.workers.requestregister;

import org.jspecify.annotations.NullMarked;
