package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is not there says so, in a sentence; nothing pretends to have been done. */
class AbsentIT {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static GatewayServer server;
  private static RawHttp http;

  @BeforeAll
  static void start() {
    server = GatewayServer.start(RecordingConfiguration.class, Map.of());
    http = new RawHttp(server.restAddress(), GatewayServer.USER, GatewayServer.PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> shouldAnswer501WithASentenceToEveryMethod() {
    var paths =
        mapping().getHandlerMethods().entrySet().stream()
            .filter(entry -> isAbsent(entry.getValue()))
            .flatMap(entry -> paths(entry.getKey()))
            .toList();
    assertThat(paths).isNotEmpty();
    return paths.stream()
        .flatMap(
            path ->
                METHODS.stream()
                    .map(method -> dynamicTest(method + " " + path, () -> check(method, path))));
  }

  private static RequestMappingHandlerMapping mapping() {
    return server.bean(RequestMappingHandlerMapping.class);
  }

  private static boolean isAbsent(HandlerMethod handler) {
    return handler.getBean().equals("gatewayAbsentController");
  }

  /** A concrete path for each pattern. */
  private static Stream<String> paths(RequestMappingInfo info) {
    return info.getPatternValues().stream()
        .map(pattern -> pattern.replace("/**", "/some/thing").replaceAll("\\{\\w+}", "1"));
  }

  private static void check(String method, String path) {
    var answer = http.send(http.request(path).method(method, BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("detail")).hasSizeGreaterThan(20).contains(" this engine");
  }

  @Test
  void shouldAnswer404ToWhatTheApiDoesNotKnow() {
    for (var method : METHODS) {
      var answer =
          http.send(
              http.request("/v2/no-such-thing").method(method, BodyPublishers.ofString("{}")));

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text("detail"))
          .isEqualTo("Expected a path of the API, but there is no such");
    }
  }

  /** Two operations may not share a path with one of them answering for the other in silence. */
  @Test
  void shouldAnswer405ToAnotherMethodOfAKnownPath() {
    var answer =
        http.send(http.request("/v2/jobs/search").method("PUT", BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).contains("POST");
  }
}
