package uz.yagona.portal.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.forms.Language;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.page.PageError;
import uz.yagona.portal.signing.CertificateApplication;
import uz.yagona.portal.text.Texts;
import uz.yagona.portal.user.PortalUser;

/** The queue of the registration desk and the page on which an officer checks an application. */
@Controller
@RequestMapping("/desk")
class DeskController {
  private static final String QUEUE = "redirect:/desk";
  private static final String ONE = "redirect:/desk/applications/";

  private final CertificateDesk desk;
  private final Holders holders;
  private final Texts texts;

  DeskController(CertificateDesk desk, Holders holders, Texts texts) {
    this.desk = desk;
    this.holders = holders;
    this.texts = texts;
  }

  @GetMapping
  String queue(PortalUser officer, Model model) {
    model.addAttribute("queue", desk.queue(officer));
    model.addAttribute("me", officer.userName());
    return "portal/desk/queue";
  }

  @GetMapping("/applications/{applicationId}")
  ModelAndView show(@PathVariable UUID applicationId, PortalUser officer, Language language) {
    return page(desk.open(applicationId, officer), officer, language, List.of());
  }

  private ModelAndView page(
      CertificateApplication application,
      PortalUser officer,
      Language language,
      List<PageError> problems) {
    var page =
        new ModelAndView(
            "portal/desk/application",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("wish", application);
    page.addObject("holder", holders.find(application.userName(), language).orElse(null));
    page.addObject("isMine", officer.userName().equals(application.takenBy()));
    page.addObject("isOwn", officer.userName().equals(application.userName()));
    page.addObject("identities", IdentityKind.values());
    page.addObject("refusals", RefusalReason.values());
    page.addObject("problems", problems);
    return page;
  }

  @PostMapping("/applications/{applicationId}/taking")
  String take(@PathVariable UUID applicationId, PortalUser officer, RedirectAttributes redirect) {
    try {
      desk.take(applicationId, officer);
      redirect.addFlashAttribute("flash", Flash.ok("desk.flash.taken"));
    } catch (DeskException e) {
      redirect.addFlashAttribute("flash", Flash.warn("desk.problem." + e.code()));
    }
    return ONE + applicationId;
  }

  /** What the officer saw: the document shown, and that it is that of the holder. */
  @PostMapping("/applications/{applicationId}/check")
  Object check(
      @PathVariable UUID applicationId,
      @RequestParam(defaultValue = "") String identity,
      @RequestParam(defaultValue = "") String compared,
      @RequestParam(defaultValue = "") String months,
      PortalUser officer,
      Language language,
      RedirectAttributes redirect) {
    var shown = Codes.find(IdentityKind.values(), identity);
    var application = desk.open(applicationId, officer);
    var lifetime = lifetime(application, months);
    var problems = new ArrayList<PageError>();
    if (shown.isEmpty()) {
      problems.add(problem("identity-PASSPORT", "identity", language));
    }
    if (!compared.equals("yes")) {
      problems.add(problem("compared", "compared", language));
    }
    if (lifetime != null && (lifetime < 1 || lifetime > OwnCertificates.MOST_MONTHS)) {
      problems.add(problem("months", "months", language));
    }
    if (shown.isEmpty() || !problems.isEmpty()) {
      return page(application, officer, language, problems);
    }
    var isDone =
        Outcome.tell(
            redirect,
            () ->
                "desk.flash." + desk.check(applicationId, shown.get(), lifetime, officer).state());
    return isDone ? QUEUE : ONE + applicationId;
  }

  /** {@code null} when the kind has none; 0 for what is no number. */
  private static @Nullable Integer lifetime(CertificateApplication application, String months) {
    if (!application.kind().equals("ISSUE")) {
      return null;
    }
    return months.strip().matches("\\d{1,2}")
        ? Integer.valueOf(months.strip())
        : Integer.valueOf(0);
  }

  private PageError problem(String field, String key, Language language) {
    return new PageError(field, texts.of("desk.wrong." + key, language));
  }

  @PostMapping("/applications/{applicationId}/refusal")
  String refuse(
      @PathVariable UUID applicationId,
      @RequestParam(defaultValue = "") String reason,
      PortalUser officer,
      RedirectAttributes redirect) {
    var known = Codes.find(RefusalReason.values(), reason);
    if (known.isEmpty()) {
      redirect.addFlashAttribute("flash", Flash.danger("desk.wrong.reason"));
      return ONE + applicationId;
    }
    var isDone =
        Outcome.tell(
            redirect, "desk.flash.REFUSED", () -> desk.refuse(applicationId, known.get(), officer));
    return isDone ? QUEUE : ONE + applicationId;
  }
}
