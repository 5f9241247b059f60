/** JSON in columns of the portal's tables. */
@NullMarked
package uz.yagona.portal.json;

import org.jspecify.annotations.NullMarked;
