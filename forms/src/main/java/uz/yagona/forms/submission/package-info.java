/** What a person sent, turned into clean values or into problems they can act on. */
@NullMarked
package uz.yagona.forms.submission;

import org.jspecify.annotations.NullMarked;
