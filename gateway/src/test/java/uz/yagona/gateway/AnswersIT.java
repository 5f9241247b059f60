package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.EventCommand.PublishedMessage;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;

/** Callers cannot tell whether an answer was waited for or came later. */
class AnswersIT {
  private static GatewayServer server;
  private static RecordingEngine engine;
  private static RawHttp http;

  @BeforeAll
  static void start() {
    server = GatewayServer.start(RecordingConfiguration.class, Map.of());
    engine = server.bean(RecordingEngine.class);
    http = new RawHttp(server.restAddress(), GatewayServer.USER, GatewayServer.PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    engine.forget();
  }

  private static Executor after(long millis) {
    return millis == 0
        ? Runnable::run
        : CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 200})
  void shouldAnswerWithoutABody(long millis) {
    engine.answerNext(CompletableFuture.supplyAsync(() -> Done.INSTANCE, after(millis)));

    var answer = http.post("/v2/jobs/9/completion", "{}");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.response().body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 200})
  void shouldAnswerWithABody(long millis) {
    engine.answerNext(CompletableFuture.supplyAsync(() -> new PublishedMessage(42), after(millis)));

    var answer = http.post("/v2/messages/publication", "{\"name\":\"a\",\"correlationKey\":\"1\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("messageKey")).isEqualTo("42");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 200})
  void shouldTellARefusal(long millis) {
    var refusal = new RejectedException(RejectionType.INVALID_STATE, "Expected A, but B");
    engine.answerNext(
        CompletableFuture.supplyAsync(
            () -> {
              throw refusal;
            },
            after(millis)));

    var answer = http.post("/v2/jobs/9/completion", "{}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("detail")).isEqualTo("Expected A, but B");
  }

  @Test
  void shouldReachAnOperationByAnEncodedPath() {
    var answer = http.post("/v2/user%2Dtasks/9/completion", "{}");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(engine.commands).hasSize(1);
  }

  @Test
  void shouldTellThatAMethodIsNotAllowed() {
    assertThat(http.get("/v2/jobs/9/completion").status()).isEqualTo(405);
  }
}
