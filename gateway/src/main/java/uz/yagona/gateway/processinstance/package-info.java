/** Process instances: start, cancel, change, search. */
@NullMarked
package uz.yagona.gateway.processinstance;

import org.jspecify.annotations.NullMarked;
