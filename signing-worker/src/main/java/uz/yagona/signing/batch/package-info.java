/** Many documents signed by one person in one go: job type {@code pdf-sign-batch}. */
@NullMarked
package uz.yagona.signing.batch;

import org.jspecify.annotations.NullMarked;
