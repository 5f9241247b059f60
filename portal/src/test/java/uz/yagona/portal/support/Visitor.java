package uz.yagona.portal.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A person with a browser that knows no JavaScript. */
public final class Visitor {
  private static final String PASSWORD = "yagona-demo";
  private static final String BOUNDARY = "----yagona-test";

  /** A file to be sent. */
  public record SentFile(String field, String name, byte[] content) {}

  /** What came back, redirects followed. */
  public record Page(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public String path() {
      return response.uri().getPath();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public Document html() {
      return Jsoup.parse(
          new String(response.body(), StandardCharsets.UTF_8), response.uri().toString());
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public FormElement form(String actionEnd) {
      return html().select("main form").stream()
          .map(FormElement.class::cast)
          .filter(form -> form.attr("action").endsWith(actionEnd))
          .findFirst()
          .orElseThrow(
              () -> new AssertionError("Expected a form to " + actionEnd + " at " + path()));
    }
  }

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /** Signs in with the password of the demonstration. */
  public static Visitor signedIn(String userName) {
    var visitor = new Visitor();
    var landed = visitor.signIn(userName, PASSWORD);
    if (landed.path().equals("/sign-in")) {
      throw new AssertionError("Expected " + userName + " to be signed in");
    }
    return visitor;
  }

  public Page signIn(String userName, String password) {
    var form = get("/sign-in").form("/sign-in");
    var fields = fields(form, null);
    fields.put("username", List.of(userName));
    fields.put("password", List.of(password));
    return post("/sign-in", fields);
  }

  /** Value of a cookie; empty when there is none. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  public Page get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  /** Sends a form as it stands, with some fields changed and one button pressed. */
  public Page submit(
      FormElement form, Map<String, String> changes, String button, SentFile... files) {
    var fields = fields(form, button);
    changes.forEach((name, value) -> fields.put(name, List.of(value)));
    var path = URI.create(form.absUrl("action")).getPath();
    return form.attr("enctype").equals("multipart/form-data")
        ? multipart(path, fields, List.of(files))
        : post(path, fields);
  }

  /** Sends fields that no page offered. */
  public Page post(String path, Map<String, List<String>> fields) {
    var body =
        fields.entrySet().stream()
            .flatMap(
                field ->
                    field.getValue().stream()
                        .map(value -> encode(field.getKey()) + "=" + encode(value)))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private Page multipart(String path, Map<String, List<String>> fields, List<SentFile> files) {
    var body = new ByteArrayOutputStream();
    fields.forEach(
        (name, values) ->
            values.forEach(value -> part(body, name, "", value.getBytes(StandardCharsets.UTF_8))));
    files.forEach(
        file ->
            part(body, file.field(), "; filename=\"%s\"".formatted(file.name()), file.content()));
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(ByteArrayOutputStream body, String name, String more, byte[] content) {
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
            .formatted(BOUNDARY, name, more);
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, List<String>> fields(FormElement form, String button) {
    var fields = new LinkedHashMap<String, List<String>>();
    form.formData()
        .forEach(
            entry ->
                fields.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.value()));
    if (button != null) {
      var parts = button.split("=", 2);
      fields.put(parts[0], List.of(parts[1]));
    }
    return fields;
  }

  private Page send(HttpRequest.Builder request) {
    try {
      return new Page(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URI uri(String path) {
    return RunningPortal.get().address().resolve(path);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
