/**
 * Batch operations: one command for every process instance that meets a filter, in the background.
 */
@NullMarked
package uz.yagona.gateway.batchoperation;

import org.jspecify.annotations.NullMarked;
