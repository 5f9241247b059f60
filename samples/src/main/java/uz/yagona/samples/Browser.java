package uz.yagona.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A browser without JavaScript: follows links, fills forms, keeps cookies. One per person. */
public final class Browser {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** A file chosen in a form. */
  public record Upload(String name, String contentType, byte[] content) {}

  /** What came back: status, address after redirects, body. */
  public record Answer(int status, URI address, String contentType, byte[] body) {
    /** The body as a page. */
    public Document page() {
      return Jsoup.parse(new String(body, StandardCharsets.UTF_8), address.toString());
    }
  }

  private final URI base;
  private final HttpClient http;

  /** A browser with no cookies that begins at {@code base}. */
  public Browser(URI base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** Whatever is at {@code path}, errors too. */
  public Answer get(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  /** A page that must be there. */
  public Document open(String path) {
    return require(get(path)).page();
  }

  /** The page behind a link. */
  public Document follow(Element link) {
    return open(link.absUrl("href"));
  }

  /**
   * Submits {@code form} as a browser would, with {@code values} over what the page holds.
   *
   * @param button the submit button pressed; its name and value are sent
   */
  public Answer submit(
      Element form, Element button, Map<String, ?> values, Map<String, Upload> files) {
    var fields = fields((FormElement) form, values);
    if (button.hasAttr("name")) {
      fields.add(Map.entry(button.attr("name"), button.attr("value")));
    }
    var action = button.hasAttr("formaction") ? button.absUrl("formaction") : form.absUrl("action");
    var target = action.isEmpty() ? form.baseUri() : action;
    if (form.attr("method").equalsIgnoreCase("get")) {
      return get(target + (target.contains("?") ? "&" : "?") + encoded(fields));
    }
    if (form.attr("enctype").equals("multipart/form-data")) {
      return multipart(URI.create(target), fields, files);
    }
    return send(
        HttpRequest.newBuilder(URI.create(target))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(fields))));
  }

  /** Refuses an answer that is not 200. */
  public static Answer require(Answer answer) {
    if (answer.status() != 200) {
      throw new IllegalStateException(
          "Expected 200 from %s, but got %d: %s"
              .formatted(answer.address(), answer.status(), answer.page().title()));
    }
    return answer;
  }

  private static List<Map.Entry<String, String>> fields(FormElement form, Map<String, ?> values) {
    var fields = new ArrayList<Map.Entry<String, String>>();
    var shown = new LinkedHashMap<String, List<String>>();
    form.formData().stream()
        .filter(field -> !isButton(form, field.key()))
        .forEach(
            field ->
                shown.computeIfAbsent(field.key(), key -> new ArrayList<>()).add(field.value()));
    values.forEach(
        (name, value) ->
            shown.put(
                name,
                value instanceof List<?> many
                    ? many.stream().map(Object::toString).toList()
                    : List.of(value.toString())));
    shown.forEach((name, all) -> all.forEach(value -> fields.add(Map.entry(name, value))));
    return fields;
  }

  private static boolean isButton(FormElement form, String name) {
    return form.elements().stream()
        .filter(element -> element.attr("name").equals(name))
        .allMatch(
            element ->
                element.tagName().equals("button")
                    || element.attr("type").equals("submit")
                    || element.attr("type").equals("file"));
  }

  private Answer multipart(
      URI target, List<Map.Entry<String, String>> fields, Map<String, Upload> files) {
    var boundary = "sample-" + UUID.randomUUID();
    var body = new ByteArrayOutputStream();
    for (var field : fields) {
      write(
          body,
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(boundary, field.getKey(), field.getValue()));
    }
    files.forEach(
        (name, file) -> {
          write(
              body,
              "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                      .formatted(boundary, name, file.name())
                  + "Content-Type: %s\r\n\r\n".formatted(file.contentType()));
          body.writeBytes(file.content());
          write(body, "\r\n");
        });
    write(body, "--" + boundary + "--\r\n");
    return send(
        HttpRequest.newBuilder(target)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(List<Map.Entry<String, String>> fields) {
    return fields.stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response =
          http.send(request.timeout(LIMIT).build(), BodyHandlers.ofByteArray());
      return new Answer(
          response.statusCode(),
          response.uri(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected an answer from %s, but it cannot be reached (%s)"
              .formatted(base, e.getClass().getSimpleName()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
