package uz.yagona.portal.substitute;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.forms.Language;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.naming.Names;
import uz.yagona.portal.page.Flash;
import uz.yagona.portal.page.PageError;
import uz.yagona.portal.signing.SigningRefusedException;
import uz.yagona.portal.signing.SubstitutionOrder;
import uz.yagona.portal.text.Texts;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Users;

/** Orders on substitution: those in force, those that are over, and a form for a new one. */
@Controller
@RequestMapping("/substitutes")
class SubstituteController {
  private static final String LIST = "redirect:/substitutes";

  private final Substitutes substitutes;
  private final Users users;
  private final Names names;
  private final Texts texts;
  private final Clock clock = Clock.systemUTC();

  SubstituteController(Substitutes substitutes, Users users, Names names, Texts texts) {
    this.substitutes = substitutes;
    this.users = users;
    this.names = names;
    this.texts = texts;
  }

  /** An order in words; {@code lastDay} is the last one on which it holds. */
  record Row(
      SubstitutionOrder order,
      String principal,
      String substitute,
      String registeredBy,
      LocalDate firstDay,
      LocalDate lastDay,
      String state,
      boolean mayEnd) {
    boolean isLasting() {
      return state.equals("IN_FORCE") || state.equals("COMING");
    }
  }

  /** Somebody to choose. */
  record Choice(String userName, String label) {}

  @GetMapping
  ModelAndView list(PortalUser user, Language language) {
    var blank = new OrderForm(null, null, null, null, null, null, OrderForm.ALL);
    return page(blank, List.of(), user, language);
  }

  private ModelAndView page(
      OrderForm form, List<PageError> problems, PortalUser user, Language language) {
    var now = clock.instant();
    var rows =
        substitutes.visible(user).stream().map(order -> row(order, user, now, language)).toList();
    var page =
        new ModelAndView(
            "portal/substitute/list",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    page.addObject("lasting", rows.stream().filter(Row::isLasting).toList());
    page.addObject("over", rows.stream().filter(row -> !row.isLasting()).toList());
    page.addObject("principals", choices(substitutes.principals(user), language));
    page.addObject("substitutes", choices(substitutes.substitutes(user), language));
    page.addObject("scopes", OrderForm.SCOPES);
    page.addObject("form", form);
    page.addObject("problems", problems);
    return page;
  }

  @PostMapping
  Object register(
      @ModelAttribute OrderForm form,
      PortalUser user,
      Language language,
      RedirectAttributes redirect) {
    try {
      var outcome = substitutes.register(form, user);
      if (outcome.order() == null) {
        var problems =
            outcome.problems().stream()
                .map(
                    one ->
                        new PageError(
                            one.field(), texts.of("substitute.wrong." + one.code(), language)))
                .toList();
        return page(form, problems, user, language);
      }
      redirect.addFlashAttribute("flash", Flash.ok("substitute.flash.registered"));
    } catch (SigningRefusedException e) {
      redirect.addFlashAttribute("flash", Flash.danger("substitute.flash.refused"));
    }
    return LIST;
  }

  @PostMapping("/{substitutionId}/end")
  String end(@PathVariable UUID substitutionId, PortalUser user, RedirectAttributes redirect) {
    try {
      redirect.addFlashAttribute(
          "flash",
          substitutes.end(substitutionId, user)
              ? Flash.ok("substitute.flash.ended")
              : Flash.warn("substitute.flash.over"));
    } catch (SigningRefusedException e) {
      redirect.addFlashAttribute("flash", Flash.warn("substitute.flash.over"));
    }
    return LIST;
  }

  private Row row(SubstitutionOrder order, PortalUser user, Instant now, Language language) {
    return new Row(
        order,
        name(order.principal(), language),
        name(order.substitute(), language),
        name(order.registeredBy(), language),
        LocalDate.ofInstant(order.validFrom(), PortalClock.OFFICE),
        LocalDate.ofInstant(order.validTo().minusSeconds(1), PortalClock.OFFICE),
        order.stateAt(now),
        substitutes.mayEnd(order, user));
  }

  private String name(String userName, Language language) {
    return users.find(userName).map(user -> user.displayName().in(language)).orElse(userName);
  }

  private List<Choice> choices(List<PortalUser> people, Language language) {
    return people.stream()
        .map(
            one -> {
              var post = one.post();
              var place = post == null ? "" : " – " + names.body(post.body()).in(language);
              return new Choice(one.userName(), one.displayName().in(language) + place);
            })
        .toList();
  }
}
