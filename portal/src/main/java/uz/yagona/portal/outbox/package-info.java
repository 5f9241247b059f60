/**
 * Messages for the engine, written with the change they tell of and repeated until acknowledged.
 */
@NullMarked
package uz.yagona.portal.outbox;

import org.jspecify.annotations.NullMarked;
