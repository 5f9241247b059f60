package uz.yagona.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import uz.yagona.database.EmbeddedDatabase;
import uz.yagona.database.Migrations;
import uz.yagona.engine.EngineProperties;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.DeploymentCommand.DeployResources;
import uz.yagona.engine.api.DeploymentCommand.DeployedFile;
import uz.yagona.engine.api.EngineClock;
import uz.yagona.engine.api.JobCommand.CompleteJob;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.CreatedProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.definition.Definitions;
import uz.yagona.engine.dmn.DmnEvaluator;
import uz.yagona.engine.dmn.DmnParser;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.parse.BpmnParser;
import uz.yagona.engine.processor.EmbeddedEngine;

/** The engine in this process, on a durable PostgreSQL of its own in a temporary folder. */
final class EmbeddedAccess implements Access, AutoCloseable {
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Path folder;
  private final EmbeddedDatabase database;
  private final HikariDataSource pool;
  private final EmbeddedEngine engine;
  private final Probe probe;

  private EmbeddedAccess(Path folder) throws IOException, SQLException {
    this.folder = folder;
    var data = folder.resolve("postgres");
    database = EmbeddedDatabase.start(data, UUID.randomUUID().toString());
    pool = new HikariDataSource();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setUsername(database.user());
    pool.setPassword(database.password());
    Migrations.migrate(pool, "engine");
    engine = engine(pool);
    var postmaster = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
    probe = Probe.of(database.dataSource().getConnection(), Long.parseLong(postmaster));
  }

  static EmbeddedAccess start() throws IOException, SQLException, InterruptedException {
    var access = new EmbeddedAccess(Files.createTempDirectory("yagona-bench"));
    access.engine.start();
    while (!access.engine.topology().active()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return access;
  }

  private static EmbeddedEngine engine(DataSource dataSource) {
    var properties = EngineProperties.defaults();
    var clock = EngineClock.system();
    var feel = new Feel(clock, properties.timeZone());
    var parsers =
        new Definitions.Parsers(new BpmnParser(feel), new DmnParser(), new DmnEvaluator(feel));
    return new EmbeddedEngine(
        dataSource, properties, clock, feel, parsers, new SimpleMeterRegistry());
  }

  @Override
  public void deploy(String name, String xml) {
    var file = new DeployedFile(name + ".bpmn", xml.getBytes(StandardCharsets.UTF_8));
    engine.submit(new DeployResources(List.of(file))).join();
  }

  @Override
  public CompletableFuture<Long> create(String processId, Map<String, Object> variables) {
    return engine
        .submit(
            CreateProcessInstance.of(ProcessReference.latest(processId), Variables.of(variables)))
        .thenApply(CreatedProcessInstance::processInstanceKey);
  }

  @Override
  public Worker work(String jobType, int most, LongConsumer done, Runnable failed) {
    var stream =
        engine.openJobStream(
            new ActivateJobs(jobType, "bench", LEASE, most, List.of()),
            job -> {
              var unused =
                  engine
                      .submit(CompleteJob.of(job.jobKey(), Variables.NONE))
                      .whenComplete(
                          (answer, failure) -> {
                            if (failure == null) {
                              done.accept(job.processInstanceKey());
                            } else {
                              failed.run();
                            }
                          });
              return true;
            });
    return stream::close;
  }

  @Override
  public Probe probe() {
    return probe;
  }

  @Override
  public void close() throws IOException, SQLException {
    probe.close();
    engine.close();
    pool.close();
    database.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
