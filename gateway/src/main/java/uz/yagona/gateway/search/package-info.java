/**
 * Search operations: the API's filter, sort and page become a request to the engine's searches, the
 * same way for every kind of row.
 */
@NullMarked
package uz.yagona.gateway.search;

import org.jspecify.annotations.NullMarked;
