package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.gateway.RecordingEngine.OpenStream;

/** Streams of jobs go as fast as the worker reads, and end with it. */
class JobStreamIT {
  private static final int MANY = 50_000;
  private static GatewayServer server;
  private static RecordingEngine engine;
  private static CamundaClient client;

  @BeforeAll
  static void start() {
    server = GatewayServer.start(RecordingConfiguration.class, Map.of());
    engine = server.bean(RecordingEngine.class);
    client = server.grpc();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    engine.forget();
  }

  private static OpenStream awaitStream() {
    await().until(() -> !engine.streams.isEmpty());
    return engine.streams.get(0);
  }

  @Test
  void shouldPushJobsAsTheyAppear() {
    Queue<Long> received = new ConcurrentLinkedQueue<>();
    var stream =
        client
            .newStreamJobsCommand()
            .jobType("work")
            .consumer(job -> received.add(job.getKey()))
            .timeout(Duration.ofMinutes(5))
            .workerName("worker-1")
            .send();
    var open = awaitStream();
    await().until(() -> open.receiver.offer(JobPollIT.aJob(9)));

    await().untilAsserted(() -> assertThat(received).containsExactly(9L));
    assertThat(open.request.type()).isEqualTo("work");
    assertThat(open.request.timeout()).isEqualTo(Duration.ofMinutes(5));

    stream.cancel(true);
    await().until(() -> open.closed);
    assertThat(open.receiver.offer(JobPollIT.aJob(10))).isFalse();
  }

  @Test
  void shouldStopPushingWhenTheWorkerDoesNotRead() {
    var mayRead = new CountDownLatch(1);
    Queue<Long> received = new ConcurrentLinkedQueue<>();
    client
        .newStreamJobsCommand()
        .jobType("work")
        .consumer(
            job -> {
              try {
                mayRead.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              received.add(job.getKey());
            })
        .timeout(Duration.ofMinutes(5))
        .send();
    var open = awaitStream();
    await().until(() -> open.receiver.offer(aLongJob(1)));

    var pushed = new AtomicInteger(1);
    await("the stream to be full and stay so")
        .during(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(30))
        .until(() -> push(open, pushed) == 0);
    assertThat(pushed.get()).isLessThan(MANY);
    var readies = open.readies;
    mayRead.countDown();

    await().until(() -> open.readies > readies);
    await().untilAsserted(() -> assertThat(received).hasSize(pushed.get()));
    assertThat(open.receiver.offer(aLongJob(MANY))).isTrue();
  }

  /** As many as are taken at once. */
  private static int push(OpenStream stream, AtomicInteger pushed) {
    var count = 0;
    while (pushed.get() < MANY && stream.receiver.offer(aLongJob(pushed.get() + 1))) {
      pushed.incrementAndGet();
      count++;
    }
    return count;
  }

  private static ActivatedJob aLongJob(long key) {
    var job = JobPollIT.aJob(key);
    return new ActivatedJob(
        key,
        job.type(),
        job.kind(),
        job.listenerEventType(),
        7,
        7,
        "p",
        1,
        3,
        "do-work",
        70,
        job.customHeaders(),
        "w",
        3,
        job.deadline(),
        "{\"text\":\"%s\"}".formatted("x".repeat(4_000)),
        null,
        job.tags());
  }
}
