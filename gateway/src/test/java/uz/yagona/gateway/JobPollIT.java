package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivateJobsResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.gateway.RecordingEngine.Poll;
import uz.yagona.gateway.job.JobPolls;

/** Calls that wait for jobs, over both protocols, with callers that stay and callers that leave. */
class JobPollIT {
  private static GatewayServer server;
  private static RecordingEngine engine;
  private static CamundaClient rest;
  private static CamundaClient grpc;

  @BeforeAll
  static void start() {
    server = GatewayServer.start(RecordingConfiguration.class, Map.of());
    engine = server.bean(RecordingEngine.class);
    rest = server.rest();
    grpc = server.grpc();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    engine.forget();
  }

  static ActivatedJob aJob(long key) {
    return new ActivatedJob(
        key,
        "work",
        "BPMN_ELEMENT",
        "UNSPECIFIED",
        7,
        7,
        "p",
        2,
        3,
        "do-work",
        70,
        Map.of("template", "registered"),
        "worker-1",
        3,
        Instant.parse("2026-12-01T10:00:00Z"),
        "{\"amount\":1.10,\"who\":\"Oʻktam\"}",
        null,
        Set.of("urgent"));
  }

  private static CamundaFuture<ActivateJobsResponse> activate(CamundaClient client) {
    return client
        .newActivateJobsCommand()
        .jobType("work")
        .maxJobsToActivate(5)
        .timeout(Duration.ofMinutes(5))
        .workerName("worker-1")
        .fetchVariables("amount", "who")
        .requestTimeout(Duration.ofSeconds(20))
        .send();
  }

  private static Poll awaitPoll() {
    await().until(() -> !engine.polls.isEmpty());
    return engine.polls.element();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldHandOutJobsWhenTheyAppear(boolean overRest) {
    var answer = activate(overRest ? rest : grpc);
    var poll = awaitPoll();
    poll.answer().complete(List.of(aJob(9)));

    var job = answer.join().getJobs().get(0);
    assertThat(poll.request())
        .isEqualTo(
            new ActivateJobs(
                "work", "worker-1", Duration.ofMinutes(5), 5, List.of("amount", "who")));
    assertThat(poll.limit()).isEqualTo(Duration.ofSeconds(20));
    assertThat(job.getKey()).isEqualTo(9);
    assertThat(job.getVariablesAsMap()).containsEntry("who", "Oʻktam");
    assertThat(job.getVariables()).contains("1.1");
    assertThat(job.getCustomHeaders()).containsEntry("template", "registered");
    assertThat(job.getDeadline()).isEqualTo(Instant.parse("2026-12-01T10:00:00Z").toEpochMilli());
    assertThat(job.getElementInstanceKey()).isEqualTo(70);
    assertThat(job.getTags()).containsExactly("urgent");
    assertThat(engine.givenBack).isEmpty();
  }

  @Test
  void shouldKeepTheClientReadingWhilePulsesCome() throws IOException {
    try (var socket = open()) {
      var poll = awaitPoll();
      assertThat(readUntil(socket, "\r\n1\r\n \r\n1\r\n \r\n")).contains("HTTP/1.1 200");
      poll.answer().complete(List.of(aJob(9)));
      assertThat(readUntil(socket, "0\r\n\r\n")).contains("\"jobKey\":\"9\"");
    }
  }

  @Test
  void shouldLetTheClientReadAnAnswerBehindPulses() {
    var answer = activate(rest);
    var poll = awaitPoll();
    await().pollDelay(Duration.ofMillis(2_500)).until(() -> true);
    poll.answer().complete(List.of(aJob(9)));

    assertThat(answer.join().getJobs()).hasSize(1);
  }

  @Test
  void shouldStopWaitingWhenTheCallerIsGone() throws IOException {
    open().close();

    var poll = awaitPoll();
    await().until(() -> poll.answer().isCancelled());
    await().until(() -> server.bean(JobPolls.class).count() == 0);
  }

  @Test
  void shouldStopWaitingWhenAGrpcCallIsCancelled() {
    var answer = activate(grpc);
    var poll = awaitPoll();

    answer.cancel(true);

    await().until(() -> poll.answer().isCancelled());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldAnswerWithNoJobsWhenTheServerEndsTheWait(boolean overRest) {
    var answer = activate(overRest ? rest : grpc);
    var poll = awaitPoll();
    if (overRest) {
      server.bean(JobPolls.class).endAll();
    } else {
      poll.answer().complete(List.of());
    }

    assertThat(answer.join().getJobs()).isEmpty();
  }

  @Test
  void shouldTellAProblemWhenTheWaitFails() {
    var answer = activate(rest);
    awaitPoll().answer().completeExceptionally(RejectedException.invalidArgument("Expected A"));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(answer::join)
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(400));
  }

  private static Socket open() throws IOException {
    var body =
        "{\"type\":\"work\",\"timeout\":1000,\"maxJobsToActivate\":1,\"requestTimeout\":30000}";
    var request =
        """
        POST /v2/jobs/activation HTTP/1.1
        Host: localhost
        Authorization: %s
        Content-Type: application/json
        Content-Length: %d

        %s"""
            .formatted(
                RawHttp.authorization(GatewayServer.USER, GatewayServer.PASSWORD),
                body.length(),
                body)
            .replace("\n", "\r\n");
    var socket = new Socket("127.0.0.1", server.restAddress().getPort());
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    awaitPoll();
    return socket;
  }

  private static String readUntil(Socket socket, String end) throws IOException {
    var read = new StringBuilder();
    socket.setSoTimeout(10_000);
    while (read.indexOf(end) < 0) {
      var next = socket.getInputStream().read();
      if (next < 0) {
        throw new IOException("The connection ended after: " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }
}
