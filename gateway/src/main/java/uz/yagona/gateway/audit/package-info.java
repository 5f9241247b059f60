/**
 * The audit log of the API: who did what to which entity with which result. Entries on the
 * directory stand in the same transaction as the change; entries on what the engine does are
 * written in groups, and a caller is answered only when they are durable.
 */
@NullMarked
package uz.yagona.gateway.audit;

import org.jspecify.annotations.NullMarked;
