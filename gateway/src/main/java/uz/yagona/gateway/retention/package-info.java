/** What goes by itself when its time is over. */
@NullMarked
package uz.yagona.gateway.retention;

import org.jspecify.annotations.NullMarked;
