/**
 * The one way from our modules to the engine: the official Camunda 8 client made from
 * configuration, the runtime that turns {@link uz.yagona.client.JobTask} beans into job workers,
 * and the deployment of models at start.
 */
@NullMarked
package uz.yagona.client;

import org.jspecify.annotations.NullMarked;
