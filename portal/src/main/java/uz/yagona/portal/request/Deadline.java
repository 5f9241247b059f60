package uz.yagona.portal.request;

import java.time.Instant;
import java.time.LocalDate;
import uz.yagona.portal.law.LegalStatus;

/**
 * When the answer is due, pauses counted in.
 *
 * @param at50 half of the time is gone
 * @param at80 four fifths of it are gone
 */
public record Deadline(
    Instant dueAt,
    Instant at50,
    Instant at80,
    LocalDate dueDate,
    String legalRef,
    LegalStatus legalStatus) {}
