/** Filing a request: form, draft, review, receipt. */
@NullMarked
package uz.yagona.portal.filing;

import org.jspecify.annotations.NullMarked;
