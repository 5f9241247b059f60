/** Job workers of the platform, one package per job type; they keep no business state. */
@NullMarked
package uz.yagona.workers;

import org.jspecify.annotations.NullMarked;
