package uz.yagona.portal.substitute;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.signing.DeskClient;
import uz.yagona.portal.signing.SubstitutionOrder;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;
import uz.yagona.portal.user.StaffPost;
import uz.yagona.portal.user.Users;

/** Registers and ends orders on substitution, within the rights of whoever does it. */
@Service
class Substitutes {
  private final DeskClient client;
  private final Users users;
  private final Journal journal;
  private final Clock clock = Clock.systemUTC();

  Substitutes(DeskClient client, Users users, Journal journal) {
    this.client = client;
    this.users = users;
    this.journal = journal;
  }

  /** What a form came to: the order, or what is wrong with it. */
  record Outcome(@Nullable SubstitutionOrder order, List<OrderForm.Problem> problems) {}

  /** Orders that this person may see, the newest first: of the own body, or of all. */
  List<SubstitutionOrder> visible(PortalUser user) {
    requireEntitled(user);
    var all = client.substitutions();
    if (user.has(Role.REGISTRAR)) {
      return all;
    }
    var colleagues = new HashSet<String>();
    substitutes(user).forEach(one -> colleagues.add(one.userName()));
    colleagues.add(user.userName());
    return all.stream()
        .filter(
            order ->
                colleagues.contains(order.principal()) || colleagues.contains(order.substitute()))
        .toList();
  }

  /** Whose absence this person may register. */
  List<PortalUser> principals(PortalUser user) {
    requireEntitled(user);
    return user.has(Role.REGISTRAR) ? users.officials() : List.of(user);
  }

  /** Who may be named as substitute by this person. */
  List<PortalUser> substitutes(PortalUser user) {
    requireEntitled(user);
    var body = body(user);
    return users.officials().stream()
        .filter(one -> !one.userName().equals(user.userName()))
        .filter(one -> user.has(Role.REGISTRAR) || body(one).equals(body))
        .toList();
  }

  Outcome register(OrderForm form, PortalUser user) {
    requireEntitled(user);
    var problems = new ArrayList<OrderForm.Problem>();
    var principal = find(principals(user), form.principal());
    var substitute = find(substitutes(user), form.substitute());
    if (principal == null) {
      problems.add(new OrderForm.Problem("principal", "principal"));
    }
    if (substitute == null || substitute.equals(principal)) {
      problems.add(new OrderForm.Problem("substitute", "substitute"));
    } else if (principal != null && !body(principal).equals(body(substitute))) {
      problems.add(new OrderForm.Problem("substitute", "body"));
    }
    problems.addAll(form.problems(LocalDate.now(clock.withZone(PortalClock.OFFICE))));
    if (principal == null || substitute == null || !problems.isEmpty()) {
      return new Outcome(null, problems);
    }
    var order = client.register(order(form, principal, substitute, user));
    note(user, order, "", "REGISTERED");
    return new Outcome(order, List.of());
  }

  private static SubstitutionOrder order(
      OrderForm form, PortalUser principal, PortalUser substitute, PortalUser user) {
    var first = OrderForm.day(form.from()).orElseThrow();
    var last = OrderForm.day(form.to()).orElseThrow();
    return new SubstitutionOrder(
        null,
        principal.userName(),
        substitute.userName(),
        OrderForm.text(form.number()),
        OrderForm.day(form.date()).orElseThrow(),
        first.atStartOfDay(PortalClock.OFFICE).toInstant(),
        last.plusDays(1).atStartOfDay(PortalClock.OFFICE).toInstant(),
        form.templates(),
        user.userName(),
        null);
  }

  /**
   * Ends an order now. The absent official, the substitute and officers of the desk may.
   *
   * @return {@code false} when it is over already
   */
  boolean end(UUID substitutionId, PortalUser user) {
    var order =
        visible(user).stream()
            .filter(one -> substitutionId.equals(one.substitutionId()))
            .findFirst()
            .orElseThrow(
                () ->
                    new NotFoundException("Expected order " + substitutionId + ", but found none"));
    if (!mayEnd(order, user)) {
      throw new AccessDeniedException(
          "Expected the absent official or an officer of the desk, but %s is neither"
              .formatted(user.userName()));
    }
    var state = order.stateAt(clock.instant());
    if (state.equals("ENDED") || state.equals("OVER")) {
      return false;
    }
    client.endSubstitution(substitutionId, user.userName());
    note(user, order, state, "ENDED");
    return true;
  }

  boolean mayEnd(SubstitutionOrder order, PortalUser user) {
    return user.has(Role.REGISTRAR)
        || order.principal().equals(user.userName())
        || order.substitute().equals(user.userName());
  }

  private void note(PortalUser user, SubstitutionOrder order, String before, String after) {
    journal.write(
        user.userName(),
        Action.SUBSTITUTION,
        "substitution:" + order.substitutionId(),
        Map.of(
            "principal", order.principal(),
            "substitute", order.substitute(),
            "order", order.orderNumber(),
            "before.state", before,
            "after.state", after));
  }

  private static void requireEntitled(PortalUser user) {
    if (!user.has(Role.REGISTRAR) && !user.has(Role.HEAD)) {
      throw new AccessDeniedException(
          "Expected a head or an officer of the registration desk, but %s is neither"
              .formatted(user.userName()));
    }
  }

  private static @Nullable PortalUser find(List<PortalUser> people, @Nullable String userName) {
    return people.stream().filter(one -> one.userName().equals(userName)).findFirst().orElse(null);
  }

  private static String body(PortalUser user) {
    StaffPost post = user.post();
    return post == null ? "" : post.body();
  }
}
