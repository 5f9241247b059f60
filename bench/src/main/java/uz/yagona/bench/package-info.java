/**
 * Whole-system benchmarks: the workloads W1 to W6 through the official client against a running
 * system, one JSON line per result.
 */
@NullMarked
package uz.yagona.bench;

import org.jspecify.annotations.NullMarked;
