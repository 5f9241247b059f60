/** A state register that answers by fixed rules, for demonstrations and tests. */
@NullMarked
package uz.yagona.workers.simulator;

import org.jspecify.annotations.NullMarked;
