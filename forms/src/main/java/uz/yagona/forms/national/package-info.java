/** Numbers and codes of Uzbekistan that people type into forms. */
@NullMarked
package uz.yagona.forms.national;

import org.jspecify.annotations.NullMarked;
