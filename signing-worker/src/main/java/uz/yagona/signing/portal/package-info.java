/** The portal's internal API, as far as documents need it; see docs/internal-api.md. */
@NullMarked
package uz.yagona.signing.portal;

import org.jspecify.annotations.NullMarked;
