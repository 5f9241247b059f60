/**
 * Documents: files kept in the gateway's own schema in pieces, so that none has to fit in memory.
 * Process variables carry references to them.
 */
@NullMarked
package uz.yagona.gateway.document;

import org.jspecify.annotations.NullMarked;
