package uz.yagona.portal.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import uz.yagona.portal.json.Json;

/** A worker that calls the internal API. */
public final class InternalCaller {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String token;

  public InternalCaller() {
    this(RunningPortal.TOKEN);
  }

  public InternalCaller(String token) {
    this.token = token;
  }

  /** What came back. */
  public record Answer(int status, String body) {
    public Map<String, Object> json() {
      return Json.readObject(body);
    }
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  public Answer put(String path, String json) {
    return send("PUT", path, json);
  }

  private Answer send(String method, String path, String json) {
    var request =
        HttpRequest.newBuilder(RunningPortal.get().address().resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(
                method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
