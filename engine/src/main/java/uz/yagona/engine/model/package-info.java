/**
 * A BPMN process as the interpreter needs it: immutable records, resolved and checked once per
 * deployment. References downwards (a scope to its event sub-processes, an activity to its boundary
 * events) are objects; references sideways and upwards are element ids looked up in {@link
 * uz.yagona.engine.model.ProcessModel}.
 */
@NullMarked
package uz.yagona.engine.model;

import org.jspecify.annotations.NullMarked;
