/**
 * What BPMN elements do, seen through the official client: each element is activated, completed,
 * interrupted and, where it can fail, brought into an incident.
 */
@NullMarked
package uz.yagona.gateway.conformance;

import org.jspecify.annotations.NullMarked;
