/** Work that repeats beside the requests of people. */
@NullMarked
package uz.yagona.portal.background;

import org.jspecify.annotations.NullMarked;
