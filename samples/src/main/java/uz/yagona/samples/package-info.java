/** Samples that drive a running system over HTTP, through the same pages that people use. */
@NullMarked
package uz.yagona.samples;

import org.jspecify.annotations.NullMarked;
