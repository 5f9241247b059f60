/** Listeners that run for every user task. */
@NullMarked
package uz.yagona.gateway.globallistener;

import org.jspecify.annotations.NullMarked;
