/** The API that workers and signing call; see docs/internal-api.md. */
@NullMarked
package uz.yagona.portal.internal;

import org.jspecify.annotations.NullMarked;
