/** Who may call what: filter chains, sign-in, throttling, response headers. */
@NullMarked
package uz.yagona.portal.security;

import org.jspecify.annotations.NullMarked;
