/**
 * Rights of callers: which permissions they have on which resources, as the Camunda 8 API names
 * them. Who has them is decided at sign-in; everything that acts or reads asks here.
 */
@NullMarked
package uz.yagona.gateway.access;

import org.jspecify.annotations.NullMarked;
