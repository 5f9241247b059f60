/** Jobs: handing them out, by long polls and streams, and their answers. */
@NullMarked
package uz.yagona.gateway.job;

import org.jspecify.annotations.NullMarked;
