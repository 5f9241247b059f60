package uz.yagona.workers.calendar;

/** What a term is counted in. */
public enum TermUnit {
  WORKING_DAY,
  CALENDAR_DAY,
  MONTH,
  HOUR
}
