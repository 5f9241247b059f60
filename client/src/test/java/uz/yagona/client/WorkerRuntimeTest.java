package uz.yagona.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.yagona.client.StubEngine.Request;

class WorkerRuntimeTest {
  private static final String COMPLETION = "/v2/jobs/42/completion";
  private static final String FAILURE = "/v2/jobs/42/failure";
  private static final String ERROR = "/v2/jobs/42/error";

  private final StubEngine engine = new StubEngine();
  private final ClientProperties properties = ClientProperties.forRest(engine.address());
  private CamundaClient client;
  private WorkerRuntime runtime;

  @BeforeEach
  void connect() {
    client = CamundaClients.create(properties);
  }

  @AfterEach
  void close() {
    if (runtime != null) {
      runtime.stop();
    }
    client.close();
    engine.close();
  }

  @Test
  void shouldCompleteJobWithResultOfTask() {
    engine.offerJob(42, 3, "{\"requestId\":\"r-1\"}");

    start(job -> Map.of("seen", job.text("requestId") + "/" + job.header("template")));

    assertThat(only(COMPLETION).body()).contains("\"seen\":\"r-1/registered\"");
  }

  @Test
  void shouldAskForNamedVariablesOnly() {
    start(job -> Map.of());

    assertThat(only("/v2/jobs/activation").body()).contains("\"fetchVariable\":[\"requestId\"]");
  }

  @Test
  void shouldRepeatCompletionThatServerFailedWithoutRunningTaskAgain() {
    var runs = new AtomicInteger();
    engine.failNext(COMPLETION, 500, 500);
    engine.offerJob(42, 3, "{}");

    start(job -> Map.of("run", runs.incrementAndGet()));

    await().until(() -> engine.requestsTo(COMPLETION).size() == 3);
    assertThat(runs).hasValue(1);
    assertThat(engine.requestsTo(FAILURE)).isEmpty();
  }

  @Test
  void shouldNotRepeatCompletionOfJobThatIsGone() {
    engine.failNext(COMPLETION, 404);
    engine.offerJob(42, 3, "{}");

    start(job -> Map.of());
    only(COMPLETION);
    runtime.stop();

    assertThat(engine.requestsTo(COMPLETION)).hasSize(1);
    assertThat(engine.requestsTo(FAILURE)).isEmpty();
  }

  @Test
  void shouldRaiseIncidentWhenEngineRefusesResult() {
    engine.failNext(COMPLETION, 400);
    engine.offerJob(42, 3, "{}");

    start(job -> Map.of());

    assertThat(only(FAILURE).body())
        .contains("\"retries\":0")
        .contains("Expected the engine to take the result, but it refused it");
  }

  @Test
  void shouldThrowBpmnErrorWithCodeAndVariables() {
    engine.offerJob(42, 3, "{}");

    start(
        job -> {
          throw new BpmnErrorException("REGISTER_DOWN", "down", Map.of("status", "DOWN"));
        });

    assertThat(only(ERROR).body())
        .contains("\"errorCode\":\"REGISTER_DOWN\"")
        .contains("\"status\":\"DOWN\"");
  }

  @Test
  void shouldFailWithOneRetryLessAndPauseThatDoubles() {
    engine.offerJob(42, 2, "{}");

    start(
        job -> {
          throw JobException.temporary("Expected the portal to answer, but it did not");
        });

    assertThat(only(FAILURE).body())
        .contains("\"retries\":1")
        .contains("\"retryBackOff\":10000")
        .contains("Expected the portal to answer, but it did not");
  }

  @Test
  void shouldKeepForeignMessagesOutOfTheEngine() {
    engine.offerJob(42, 3, "{}");

    start(
        job -> {
          throw new IllegalStateException("PINFL 30101990123458");
        });

    assertThat(only(FAILURE).body())
        .contains("IllegalStateException")
        .doesNotContain("30101990123458")
        .doesNotContain("at uz.yagona");
  }

  @Test
  void shouldCapLongErrorMessages() {
    engine.offerJob(42, 3, "{}");

    start(
        job -> {
          throw JobException.permanent("x".repeat(5000));
        });

    assertThat(only(FAILURE).body()).contains("\"retries\":0").contains("x".repeat(500));
    assertThat(only(FAILURE).body()).doesNotContain("x".repeat(501));
  }

  @Test
  void shouldFailForGoodWhenVariableIsMissing() {
    engine.offerJob(42, 3, "{}");

    start(job -> Map.of("seen", job.text("requestId")));

    assertThat(only(FAILURE).body())
        .contains("\"retries\":0")
        .contains("Expected variable 'requestId' to be a text, but it is missing");
  }

  @Test
  void shouldWaitForRunningJobAtStop() throws InterruptedException {
    var started = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var ended = new AtomicBoolean();
    engine.offerJob(42, 3, "{}");
    start(
        job -> {
          started.countDown();
          awaitQuietly(release);
          ended.set(true);
          return Map.of();
        });
    started.await();

    var stop = new Thread(runtime::stop);
    stop.start();
    release.countDown();
    stop.join();

    assertThat(ended).isTrue();
    assertThat(engine.requestsTo(COMPLETION)).hasSize(1);
  }

  @Test
  void shouldRefuseTwoTasksOfOneType() {
    var task = new TestTask(job -> Map.of());

    assertThatThrownBy(
            () -> new WorkerRuntime(client, properties, List.of(task, task), Clock.systemUTC()))
        .hasMessage("Expected one task of job type 'test', but found 2: [TestTask, TestTask]");
  }

  private void start(Function<JobContext, Map<String, Object>> handler) {
    runtime =
        new WorkerRuntime(client, properties, List.of(new TestTask(handler)), Clock.systemUTC());
    runtime.start();
  }

  private Request only(String path) {
    await().until(() -> !engine.requestsTo(path).isEmpty());
    return engine.requestsTo(path).get(0);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private record TestTask(Function<JobContext, Map<String, Object>> handler) implements JobTask {
    @Override
    public String type() {
      return "test";
    }

    @Override
    public List<String> fetchVariables() {
      return List.of("requestId");
    }

    @Override
    public Duration lockFor() {
      return Duration.ofSeconds(30);
    }

    @Override
    public Map<String, Object> handle(JobContext job) {
      return handler.apply(job);
    }
  }
}
