/** Portal: pages of citizens and staff, vault, journal, and the API that workers ask. */
@NullMarked
package uz.yagona.portal;

import org.jspecify.annotations.NullMarked;
