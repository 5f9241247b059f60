/** The same form as JSON Schema, for callers of the API. */
@NullMarked
package uz.yagona.forms.schema;

import org.jspecify.annotations.NullMarked;
