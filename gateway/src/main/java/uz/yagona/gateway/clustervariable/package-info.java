/** Values that expressions of every process see. */
@NullMarked
package uz.yagona.gateway.clustervariable;

import org.jspecify.annotations.NullMarked;
