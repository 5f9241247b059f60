/** Deployment of resources. */
@NullMarked
package uz.yagona.gateway.deployment;

import org.jspecify.annotations.NullMarked;
