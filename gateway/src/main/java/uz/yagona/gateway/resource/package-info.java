/** Deployed files. */
@NullMarked
package uz.yagona.gateway.resource;

import org.jspecify.annotations.NullMarked;
