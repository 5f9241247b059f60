/** The portal's internal API, where the workers read and write business state. */
@NullMarked
package uz.yagona.workers.portal;

import org.jspecify.annotations.NullMarked;
