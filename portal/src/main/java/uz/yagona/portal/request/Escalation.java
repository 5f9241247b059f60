package uz.yagona.portal.request;

import java.time.Instant;

/**
 * A warning about a deadline.
 *
 * @param level share of the time that is gone: 50, 80 or 100
 * @param recipient {@code ASSIGNEE}, {@code UNIT_HEAD}, {@code DEPUTY_HEAD} or {@code
 *     CENTRAL_CONTROL}
 */
public record Escalation(int level, String recipient, boolean overdue, Instant at) {}
