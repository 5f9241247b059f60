/** Process diagrams with the state of one instance, named in the reader's language. */
@NullMarked
package uz.yagona.portal.diagram;

import org.jspecify.annotations.NullMarked;
