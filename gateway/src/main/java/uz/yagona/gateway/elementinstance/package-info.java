/** Element instances and what is done to them. */
@NullMarked
package uz.yagona.gateway.elementinstance;

import org.jspecify.annotations.NullMarked;
