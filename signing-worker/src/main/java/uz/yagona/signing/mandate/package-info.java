/** Who may sign in whose place: orders on substitution with period and scope. */
@NullMarked
package uz.yagona.signing.mandate;

import org.jspecify.annotations.NullMarked;
