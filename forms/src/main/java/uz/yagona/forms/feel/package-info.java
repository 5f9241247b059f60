/** FEEL expressions of forms, compiled once. */
@NullMarked
package uz.yagona.forms.feel;

import org.jspecify.annotations.NullMarked;
