/** Many requests at once, filed through the pages, and how long people wait. */
@NullMarked
package uz.yagona.samples.load;

import org.jspecify.annotations.NullMarked;
