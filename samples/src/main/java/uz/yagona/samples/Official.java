package uz.yagona.samples;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What an official does: finds the task of a request, claims it, decides. */
public final class Official {
  private static final Pattern TASK = Pattern.compile("/tasks/(\\d+)");

  private final Account account;

  /** Somebody of the staff. */
  public Official(Account account) {
    this.account = account;
  }

  /** Reviews a request with {@code outcome} and the answers that it calls for. */
  public void review(FiledRequest request, String outcome, Map<String, ?> answers) {
    var form = Account.formWith(claimed(request), "input[name=_outcome]");
    var values = new HashMap<String, Object>(answers);
    values.put("_outcome", outcome);
    account.press(form, Account.button(form, "button[name=_action][value=send]"), values);
  }

  /** Signs the draft that the page shows. */
  public void sign(FiledRequest request) {
    var form = Account.formWith(claimed(request), "button[name=_outcome][value=SIGN]");
    account.press(form, Account.button(form, "button[name=_outcome][value=SIGN]"), Map.of());
  }

  private Document claimed(FiledRequest request) {
    var key = Patience.until(whose(request), () -> task(request));
    var page = account.open("/tasks/" + key);
    var claim = page.selectFirst("form[action$=/claim]");
    if (claim != null) {
      page = account.press(claim, Account.button(claim, "button"), Map.of());
    }
    return page.select("[name=_outcome]").isEmpty() ? account.open("/tasks/" + key) : page;
  }

  private String whose(FiledRequest request) {
    return "a task of %s for %s".formatted(request.number(), account.userName());
  }

  private Optional<String> task(FiledRequest request) {
    for (var tab : List.of("own", "group")) {
      var page = account.open("/tasks?tab=%s&q=%s".formatted(tab, request.number()));
      var key =
          page.select("tr, li, article").stream()
              .filter(row -> row.text().contains(request.number()))
              .flatMap(row -> row.select("a[href*=/tasks/], form[action*=/tasks/]").stream())
              .map(Official::address)
              .map(TASK::matcher)
              .filter(Matcher::find)
              .map(found -> found.group(1))
              .findFirst();
      if (key.isPresent()) {
        return key;
      }
    }
    return Optional.empty();
  }

  private static String address(Element element) {
    return element.hasAttr("href") ? element.attr("href") : element.attr("action");
  }
}
