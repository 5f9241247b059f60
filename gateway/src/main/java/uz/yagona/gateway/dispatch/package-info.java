/** Short ways for requests through Spring MVC: to their handler, and back with its answer. */
@NullMarked
package uz.yagona.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
