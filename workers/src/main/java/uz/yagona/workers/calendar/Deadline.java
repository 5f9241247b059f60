package uz.yagona.workers.calendar;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * When an answer is due, and the points of the escalation ladder before it.
 *
 * @param at50 when half of the term is over
 * @param at80 when four fifths of the term are over
 */
public record Deadline(ZonedDateTime dueAt, ZonedDateTime at50, ZonedDateTime at80) {

  /** Keeps whole seconds. */
  public Deadline {
    dueAt = dueAt.truncatedTo(ChronoUnit.SECONDS);
    at50 = at50.truncatedTo(ChronoUnit.SECONDS);
    at80 = at80.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The last day. */
  public LocalDate dueDate() {
    return dueAt.toLocalDate();
  }

  /** As process variables. */
  public Map<String, Object> variables() {
    return Map.of(
        "dueAt", text(dueAt),
        "at50", text(at50),
        "at80", text(at80),
        "dueDate", dueDate().toString());
  }

  /** For the portal. */
  public DeadlineReport report(Term term) {
    return new DeadlineReport(
        text(dueAt),
        text(at50),
        text(at80),
        dueDate().toString(),
        term.legalRef(),
        term.legalStatus());
  }

  private static String text(ZonedDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
  }
}
