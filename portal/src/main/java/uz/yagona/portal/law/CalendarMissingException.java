package uz.yagona.portal.law;

/** The working calendar lacks a year that a computation needs. */
public final class CalendarMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int year;

  CalendarMissingException(int year) {
    super("Expected the working calendar of %d, but it is missing".formatted(year));
    this.year = year;
  }

  public int year() {
    return year;
  }
}
