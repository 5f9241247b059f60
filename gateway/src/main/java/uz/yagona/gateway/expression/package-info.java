/** Evaluation of FEEL expressions. */
@NullMarked
package uz.yagona.gateway.expression;

import org.jspecify.annotations.NullMarked;
