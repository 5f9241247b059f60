/** What each command means: checks first, then the change, one class per kind of thing. */
@NullMarked
package uz.yagona.engine.handler;

import org.jspecify.annotations.NullMarked;
