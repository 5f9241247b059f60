package uz.yagona.portal.operations;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.portal.PortalProperties;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.text.Calendars;
import uz.yagona.portal.user.PortalUser;

/** The clock of a demonstration: the portal's and the engine's are moved together. */
@Controller
class ClockController {
  private static final Duration FARTHEST = Duration.ofDays(400);

  private final PortalClock clock;
  private final CamundaClient client;
  private final Journal journal;
  private final Calendars calendars;
  private final boolean isDemo;

  ClockController(
      PortalClock clock,
      CamundaClient client,
      Journal journal,
      Calendars calendars,
      PortalProperties properties) {
    this.clock = clock;
    this.client = client;
    this.journal = journal;
    this.calendars = calendars;
    this.isDemo = properties.portal().demo();
  }

  @GetMapping("/operations/clock")
  String show(Model model) {
    demonstration();
    model.addAttribute("now", clock.instant());
    model.addAttribute("isPinned", clock.isPinned());
    model.addAttribute(
        "value",
        LocalDateTime.ofInstant(clock.instant(), PortalClock.OFFICE).withSecond(0).withNano(0));
    return "portal/operations/clock";
  }

  @PostMapping("/operations/clock")
  String pin(
      @RequestParam(defaultValue = "") String at,
      @RequestParam(defaultValue = "0") int days,
      PortalUser user,
      RedirectAttributes redirect) {
    demonstration();
    try {
      var moment = days > 0 ? clock.instant().plus(Duration.ofDays(days)) : parse(at);
      if (Duration.between(clock.instant(), moment).abs().compareTo(FARTHEST) > 0) {
        redirect.addFlashAttribute("flash", Flash.danger("operations.flash.clock-far"));
        return "redirect:/operations/clock";
      }
      var before = state();
      clock.pin(moment);
      client.newPinClockCommand().time(moment).send().join();
      note(user, before);
      redirect.addFlashAttribute(
          "flash", Flash.ok("operations.flash.clock-pinned", calendars.stamp(moment)));
    } catch (DateTimeParseException e) {
      redirect.addFlashAttribute("flash", Flash.danger("operations.flash.clock-format"));
    }
    return "redirect:/operations/clock";
  }

  @PostMapping("/operations/clock/release")
  String release(PortalUser user, RedirectAttributes redirect) {
    demonstration();
    var before = state();
    clock.release();
    client.newResetClockCommand().send().join();
    note(user, before);
    redirect.addFlashAttribute("flash", Flash.ok("operations.flash.clock-released"));
    return "redirect:/operations/clock";
  }

  private String state() {
    return clock.isPinned() ? clock.instant().toString() : "RUNNING";
  }

  private void note(PortalUser user, String before) {
    journal.write(
        user.userName(),
        Action.CLOCK,
        "clock",
        Map.of("before.clock", before, "after.clock", state()));
  }

  private static Instant parse(String at) {
    return LocalDateTime.parse(at.strip().replace(' ', 'T')).atZone(PortalClock.OFFICE).toInstant();
  }

  private void demonstration() {
    if (!isDemo) {
      throw new NotFoundException("Expected yagona.portal.demo=true, but it is false");
    }
  }
}
