/** Camunda form-js files, read into the same model and written from it. */
@NullMarked
package uz.yagona.forms.formjs;

import org.jspecify.annotations.NullMarked;
