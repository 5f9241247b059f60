/** Decisions: evaluation, definitions, and what was evaluated. */
@NullMarked
package uz.yagona.gateway.decision;

import org.jspecify.annotations.NullMarked;
