/** Hands jobs to workers: who waits, what is ready, and leases, which are kept in memory only. */
@NullMarked
package uz.yagona.engine.job;

import org.jspecify.annotations.NullMarked;
