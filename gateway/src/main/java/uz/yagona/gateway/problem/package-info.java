/**
 * Errors as the API tells them: one place that turns every failure into RFC 9457 {@code
 * application/problem+json} or a gRPC status.
 */
@NullMarked
package uz.yagona.gateway.problem;

import org.jspecify.annotations.NullMarked;
