/** What may be uploaded, told from the bytes and never from the name. */
@NullMarked
package uz.yagona.forms.file;

import org.jspecify.annotations.NullMarked;
