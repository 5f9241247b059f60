/**
 * When timers fire: ISO 8601 dates, durations and repeating intervals, and cron, from the model or
 * from expressions.
 */
@NullMarked
package uz.yagona.engine.timer;

import org.jspecify.annotations.NullMarked;
