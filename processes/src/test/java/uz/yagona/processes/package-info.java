/** Tests that read, check and evaluate the models. */
@NullMarked
package uz.yagona.processes;

import org.jspecify.annotations.NullMarked;
