/**
 * A running portal with a faked engine and a faked signing worker, and a browser without
 * JavaScript.
 */
@NullMarked
package uz.yagona.portal.support;

import org.jspecify.annotations.NullMarked;
