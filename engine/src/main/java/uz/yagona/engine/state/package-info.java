/**
 * What the writer knows: rows of running instances in memory, changed under a journal that can take
 * everything back, loaded and written set by set, with one repository per table. Used by the writer
 * thread alone.
 */
@NullMarked
package uz.yagona.engine.state;

import org.jspecify.annotations.NullMarked;
