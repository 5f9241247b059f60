/** Files of applicants: told from content, sealed, kept in PostgreSQL. */
@NullMarked
package uz.yagona.portal.attachment;

import org.jspecify.annotations.NullMarked;
