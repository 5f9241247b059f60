package uz.yagona.engine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.util.unit.DataSize;
import uz.yagona.database.EmbeddedDatabase;
import uz.yagona.database.Migrations;
import uz.yagona.engine.EngineProperties;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.EngineUnavailableException;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.engine.api.Variables;

/** PostgreSQL is killed under load and comes back: nothing is lost or doubled, work goes on. */
class OutageIT {
  @TempDir private Path directory;
  private volatile EmbeddedDatabase database;
  private TestEngine engine;

  private final AtomicInteger next = new AtomicInteger();
  private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
  private final Set<Integer> unknown = ConcurrentHashMap.newKeySet();
  private volatile boolean loading = true;

  /** The database wherever it is now: it comes back on another port. */
  private final DataSource wherever =
      new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
          return database.dataSource().getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
          return database.dataSource().getConnection(user, password);
        }
      };

  @BeforeEach
  void start() {
    database = EmbeddedDatabase.start(directory, "secret");
    Migrations.migrate(wherever, "engine");
    engine =
        TestEngine.start(
            new EngineProperties(
                "outage",
                1_000,
                DataSize.ofMegabytes(200),
                500,
                10_000,
                200,
                100_000,
                1_000_000,
                ZoneId.of("UTC"),
                Duration.ofSeconds(1),
                Map.of(),
                Duration.ofMillis(200),
                Duration.ofSeconds(6)),
            wherever);
    engine.deploy(
        Bpmn.createExecutableProcess("loaded")
            .startEvent()
            .serviceTask("task", t -> t.zeebeJobType("loaded"))
            .endEvent()
            .done(),
        Bpmn.createExecutableProcess("timed")
            .startEvent()
            .intermediateCatchEvent("pause", c -> c.timerWithDuration("PT1S"))
            .serviceTask("task", t -> t.zeebeJobType("timed"))
            .endEvent()
            .done(),
        Bpmn.createExecutableProcess("short").startEvent().endEvent().done());
  }

  @AfterEach
  void stop() {
    loading = false;
    engine.close();
    database.close();
  }

  private void kill() throws IOException {
    var pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0).strip();
    var server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
    database.close();
  }

  private void load() {
    while (loading) {
      var number = next.incrementAndGet();
      var command =
          CreateProcessInstance.of(
              ProcessReference.latest("loaded"), Variables.of(Map.of("number", number)));
      try {
        engine.api().submit(command).orTimeout(60, TimeUnit.SECONDS).join();
        acknowledged.add(number);
      } catch (CompletionException e) {
        if (e.getCause() instanceof RejectedException rejection) {
          assertThat(rejection.type()).isEqualTo(RejectionType.UNAVAILABLE);
          refused.add(number);
        } else {
          assertThat(e).hasCauseInstanceOf(EngineUnavailableException.class);
          unknown.add(number);
        }
      }
    }
  }

  private static void await(BooleanSupplier condition) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(5))
        .until(condition::getAsBoolean);
  }

  @Test
  void shouldGoOnByItselfWhenTheDatabaseComesBack() throws Exception {
    var streamed = ConcurrentHashMap.<Long>newKeySet();
    engine
        .api()
        .openJobStream(
            new ActivateJobs("timed", "stream", Duration.ofMinutes(5), 1, List.of()),
            job -> streamed.add(job.processInstanceKey()));
    var timed = engine.create("timed");
    engine.create("short");
    var loads =
        List.of(CompletableFuture.runAsync(this::load), CompletableFuture.runAsync(this::load));
    await(() -> acknowledged.size() > 20);

    kill();
    await(() -> refused.size() > 20);
    var before = acknowledged.size();
    database = EmbeddedDatabase.start(directory, "secret");
    await(() -> acknowledged.size() > before + 20);
    loading = false;
    loads.forEach(CompletableFuture::join);

    assertNothingLostOrDoubled();
    await(() -> streamed.contains(timed));
    await(
        () ->
            engine.count(
                    "select count(*) from engine.process_instance where process_definition_id = 'short'")
                == 0);
    assertThat(engine.activate("loaded", 10_000))
        .hasSize((int) engine.count("select count(*) from engine.job where type = 'loaded'"));
  }

  private void assertNothingLostOrDoubled() {
    var stored =
        engine
            .jdbc()
            .sql("select value::integer from engine.variable where name = 'number'")
            .query(Integer.class)
            .list();
    assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
    assertThat(stored).doesNotContainAnyElementsOf(refused);
    assertThat(stored).hasSizeBetween(acknowledged.size(), acknowledged.size() + unknown.size());
  }
}
