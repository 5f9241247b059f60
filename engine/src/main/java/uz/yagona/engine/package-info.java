/** The embedded BPMN engine: its beans and settings. Everything else is asked through its API. */
@NullMarked
package uz.yagona.engine;

import org.jspecify.annotations.NullMarked;
