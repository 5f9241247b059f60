/** User tasks: lists, forms, variables and what people do. */
@NullMarked
package uz.yagona.gateway.usertask;

import org.jspecify.annotations.NullMarked;
