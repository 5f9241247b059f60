/**
 * JSON of the API: the protocol's own classes are read and written strictly, apart from the rest of
 * the application.
 */
@NullMarked
package uz.yagona.gateway.json;

import org.jspecify.annotations.NullMarked;
