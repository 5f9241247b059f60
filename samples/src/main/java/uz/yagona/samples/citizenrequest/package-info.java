/** Three requests from filing to the checked, signed answer, through the pages that people use. */
@NullMarked
package uz.yagona.samples.citizenrequest;

import org.jspecify.annotations.NullMarked;
