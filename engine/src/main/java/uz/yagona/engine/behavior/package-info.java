/**
 * The interpreter. {@link uz.yagona.engine.behavior.Interpreter} moves element instances through
 * their phases, one behavior per kind of element says what it does, and a few collaborators know
 * tokens, variables, events, jobs and incidents. To add an element see
 * docs/how-to/add-an-element.md.
 */
@NullMarked
package uz.yagona.engine.behavior;

import org.jspecify.annotations.NullMarked;
