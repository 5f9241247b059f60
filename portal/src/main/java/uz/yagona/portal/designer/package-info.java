/** Process models: list, look at, change, deploy through the engine's API. */
@NullMarked
package uz.yagona.portal.designer;

import org.jspecify.annotations.NullMarked;
