/** Job type {@code register-call}: asks a state register about an object. */
@NullMarked
package uz.yagona.workers.registercall;

import org.jspecify.annotations.NullMarked;
