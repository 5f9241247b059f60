/**
 * The Camunda 8 API in front of the engine: REST v2 and gRPC, one package per feature. Requests
 * become commands and searches of {@link uz.yagona.engine.api.Engine} and {@code
 * uz.yagona.engine.query}; nothing else of the engine is seen from here.
 */
@NullMarked
package uz.yagona.gateway;

import org.jspecify.annotations.NullMarked;
