/** Usage metrics. */
@NullMarked
package uz.yagona.gateway.usage;

import org.jspecify.annotations.NullMarked;
