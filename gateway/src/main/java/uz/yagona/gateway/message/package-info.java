/** Messages and their subscriptions. */
@NullMarked
package uz.yagona.gateway.message;

import org.jspecify.annotations.NullMarked;
