/**
 * Words that all of the forms library shares: languages, texts in each of them, classes of personal
 * data.
 */
@NullMarked
package uz.yagona.forms;

import org.jspecify.annotations.NullMarked;
