/**
 * Who may call the API: two callers with passwords of the installation and the users of the
 * directory, checked by every call.
 */
@NullMarked
package uz.yagona.gateway.identity;

import org.jspecify.annotations.NullMarked;
