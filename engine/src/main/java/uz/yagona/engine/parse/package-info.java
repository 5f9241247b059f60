/**
 * BPMN files to {@link uz.yagona.engine.model.ProcessModel}: read, checked in full, resolved once
 * per deployment. Every fault of a file is found in one go and names its element.
 */
@NullMarked
package uz.yagona.engine.parse;

import org.jspecify.annotations.NullMarked;
