package uz.yagona.workers.calendar;

/** Body of {@code PUT /internal/requests/{requestId}/deadline}. */
public record DeadlineReport(
    String dueAt, String at50, String at80, String dueDate, String legalRef, String legalStatus) {}
