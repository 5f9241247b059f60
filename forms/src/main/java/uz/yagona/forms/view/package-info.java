/**
 * Forms as accessible HTML: to be filled in, and to be read. Works without JavaScript and under a
 * strict CSP.
 */
@NullMarked
package uz.yagona.forms.view;

import org.jspecify.annotations.NullMarked;
