package uz.yagona.portal.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.forms.Language;
import uz.yagona.portal.law.CalendarDay;
import uz.yagona.portal.law.LegalParam;
import uz.yagona.portal.law.LegalParams;
import uz.yagona.portal.law.WorkingCalendar;

/** Working calendar and legal parameters for workers; docs/internal-api.md. */
@RestController
@RequestMapping("/internal")
class LawController {
  private final WorkingCalendar calendar;
  private final LegalParams params;

  LawController(WorkingCalendar calendar, LegalParams params) {
    this.calendar = calendar;
    this.params = params;
  }

  record DayResponse(LocalDate date, CalendarDay.Kind kind, String name, boolean estimated) {
    static DayResponse of(CalendarDay day) {
      return new DayResponse(
          day.day(), day.kind(), day.name().in(Language.DEFAULT), day.isEstimated());
    }
  }

  record CalendarResponse(LocalDate from, LocalDate to, List<DayResponse> days) {}

  @GetMapping("/calendar")
  CalendarResponse calendar(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "Expected 'to' on or after %s, but it is %s".formatted(from, to));
    }
    return new CalendarResponse(
        from, to, calendar.days(from, to).stream().map(DayResponse::of).toList());
  }

  @GetMapping("/legal-params")
  List<LegalParam> legalParams(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate at) {
    return params.inForce(at);
  }
}
