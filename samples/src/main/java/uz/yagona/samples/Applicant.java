package uz.yagona.samples;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** What an applicant does: files, answers questions, looks at the state, takes the document. */
public final class Applicant {
  private static final Pattern REQUEST = Pattern.compile("/requests/([0-9a-fA-F-]{36})");
  private static final Pattern NUMBER = Pattern.compile("UZ-MRJ-\\d{4}-\\d{6}");
  private static final String SEND = "button[name=_action][value=send]";

  private final Account account;

  /** A citizen or a business. */
  public Applicant(Account account) {
    this.account = account;
  }

  /** Sends a request and waits for its number. */
  public FiledRequest file(
      String service, Map<String, String> answers, Map<String, Browser.Upload> files) {
    return numbered(send(service, answers, files));
  }

  /** Fills the form of a service, reads the summary and sends it; gives the id of the request. */
  public String send(
      String service, Map<String, String> answers, Map<String, Browser.Upload> files) {
    var form = Account.formWith(emptyForm(service), SEND);
    var summary = account.press(form, Account.button(form, SEND), answers, files);
    var confirmation =
        summary.select("form[action$=/submission]").stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Expected a summary to confirm, but got " + summary.location()));
    return requestId(
        account.press(confirmation, Account.button(confirmation, "button"), ticked(confirmation)));
  }

  /** The form without what an earlier, unfinished visit left in it. */
  private Document emptyForm(String service) {
    var page = account.open("/file/" + service);
    var discard = page.selectFirst("a[href$=/discard]");
    if (discard == null) {
      return page;
    }
    var question = account.browser().follow(discard).select("form[action$=/discard]").first();
    if (question == null) {
      throw new IllegalStateException(
          "Expected to be asked whether to discard the unfinished form of " + service);
    }
    account.press(question, Account.button(question, "button"), Map.of());
    return account.open("/file/" + service);
  }

  /** Waits until a request that was sent has its number. */
  public FiledRequest numbered(String id) {
    var number =
        Patience.until(
            "the number of request " + id, () -> number(account.open("/requests/" + id)));
    return new FiledRequest(id, number);
  }

  /** Answers exactly the fields that are asked. */
  public void answer(FiledRequest request, Map<String, String> answers) {
    waitFor(request, "WAITING_APPLICANT");
    var page = account.open(request.path() + "/answer");
    var form = Account.formWith(page, SEND);
    answers
        .keySet()
        .forEach(
            field -> {
              if (form.select("[name=%s]".formatted(field)).isEmpty()) {
                throw new IllegalStateException(
                    "Expected to be asked for '%s', but it is not on %s"
                        .formatted(field, page.location()));
              }
            });
    account.press(form, Account.button(form, SEND), answers);
  }

  /** Waits until the request's page shows {@code state}. */
  public Document waitFor(FiledRequest request, String state) {
    return Patience.until(
        "state %s of %s".formatted(state, request.number()),
        () ->
            Optional.of(account.open(request.path()))
                .filter(page -> !page.select("[data-state=%s]".formatted(state)).isEmpty()));
  }

  /** The signed answer, from the link on the request's page. */
  public byte[] download(FiledRequest request) {
    var link = waitFor(request, "DECIDED").selectFirst("a[href*=/document]");
    if (link == null) {
      throw new IllegalStateException(
          "Expected a link to the document of %s, but found none".formatted(request.number()));
    }
    var answer = Browser.require(account.browser().get(link.absUrl("href")));
    if (!answer.contentType().startsWith("application/pdf")) {
      throw new IllegalStateException(
          "Expected a PDF from %s, but got %s".formatted(answer.address(), answer.contentType()));
    }
    return answer.body();
  }

  /** Where anyone can check the answer. */
  public String publicPage(FiledRequest request) {
    var link = account.open(request.path()).selectFirst("a[href*=/v/]");
    if (link == null) {
      throw new IllegalStateException(
          "Expected a link to the public check of %s, but found none".formatted(request.number()));
    }
    return link.absUrl("href");
  }

  private static Map<String, String> ticked(org.jsoup.nodes.Element form) {
    return form.select("input[type=checkbox][required]").stream()
        .collect(
            java.util.stream.Collectors.toMap(
                box -> box.attr("name"), box -> box.hasAttr("value") ? box.attr("value") : "on"));
  }

  private static String requestId(Document page) {
    var inAddress = REQUEST.matcher(page.location());
    if (inAddress.find()) {
      return inAddress.group(1);
    }
    return page.select("a[href*=/requests/]").eachAttr("href").stream()
        .map(REQUEST::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected the page of a request after filing, but got " + page.location()));
  }

  private static Optional<String> number(Document page) {
    var number = NUMBER.matcher(page.text());
    return number.find() ? Optional.of(number.group()) : Optional.empty();
  }
}
