/** Uzbek text: its apostrophes and its two alphabets. */
@NullMarked
package uz.yagona.forms.text;

import org.jspecify.annotations.NullMarked;
