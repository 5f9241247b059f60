/** The portal's time: real, or pinned for a demonstration or a test. */
@NullMarked
package uz.yagona.portal.clock;

import org.jspecify.annotations.NullMarked;
