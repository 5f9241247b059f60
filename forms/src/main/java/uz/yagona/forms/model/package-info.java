/** A form as its author wrote it: read, checked, cut down to some of its fields. */
@NullMarked
package uz.yagona.forms.model;

import org.jspecify.annotations.NullMarked;
