package uz.yagona.portal.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without JavaScript: cookies, redirects, forms with their hidden fields. */
public final class Browser {
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI base;

  public Browser(URI base) {
    this.base = base;
  }

  /** A page as it came. */
  public record Shown(int status, URI address, Document html, HttpResponse<byte[]> response) {
    public String text() {
      return html.text();
    }

    public Element form(String actionEnd) {
      var form = html.selectFirst("form[action$='" + actionEnd + "']");
      if (form == null) {
        throw new AssertionError(
            "Expected a form to …%s on %s, but found %s"
                .formatted(actionEnd, address, html.select("form").eachAttr("action")));
      }
      return form;
    }
  }

  public Shown open(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html").GET());
  }

  public Browser signIn(String userName) {
    var page = open("/sign-in");
    var shown =
        submit(page.form("/sign-in"), Map.of("username", userName, "password", "yagona-demo"));
    if (shown.address().getPath().equals("/sign-in")) {
      throw new AssertionError("Expected " + userName + " to be signed in, but was not");
    }
    return this;
  }

  /** Posts a form with its hidden fields and these values. */
  public Shown submit(Element form, Map<String, String> values) {
    var all = new LinkedHashMap<String, String>();
    form.select("input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.val()));
    all.putAll(values);
    return post(form.attr("action"), all);
  }

  public Shown post(String path, Map<String, String> values) {
    var body =
        values.entrySet().stream()
            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Shown send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      var text = new String(response.body(), StandardCharsets.UTF_8);
      return new Shown(
          response.statusCode(), response.uri(), Jsoup.parse(text, base.toString()), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
