package uz.yagona.engine.processor;

import com.zaxxer.hikari.HikariDataSource;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.database.Migrations;
import uz.yagona.database.TestDatabase;
import uz.yagona.engine.EngineProperties;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.Deployment;
import uz.yagona.engine.api.DeploymentCommand.DeployResources;
import uz.yagona.engine.api.DeploymentCommand.DeployedFile;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.EngineClock;
import uz.yagona.engine.api.JobCommand.CompleteJob;
import uz.yagona.engine.api.ProcessInstanceCommand.CreateProcessInstance;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessReference;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.definition.Definitions;
import uz.yagona.engine.dmn.DmnEvaluator;
import uz.yagona.engine.dmn.DmnParser;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.parse.BpmnParser;

/** An engine on a real PostgreSQL; tests deploy, submit commands and look at the rows. */
public final class TestEngine implements AutoCloseable {
  private static final TestDatabase DATABASE = TestDatabase.start();

  static {
    Migrations.migrate(DATABASE.dataSource(), "engine");
  }

  private final HikariDataSource pool;
  private final EngineClock clock = EngineClock.system();
  private final Definitions.Parsers parsers;
  private final Feel feel;
  private final JdbcClient jdbc;
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private EmbeddedEngine engine;

  private TestEngine(EngineProperties properties, DataSource database) {
    pool = new HikariDataSource();
    pool.setDataSource(database);
    pool.setConnectionTimeout(2_000);
    pool.setMaximumPoolSize(4);
    jdbc = JdbcClient.create(pool);
    feel = new Feel(clock, properties.timeZone());
    parsers =
        new Definitions.Parsers(new BpmnParser(feel), new DmnParser(), new DmnEvaluator(feel));
    engine = new EmbeddedEngine(pool, properties, clock, feel, parsers, meters);
  }

  public static TestEngine start() {
    return start(EngineProperties.defaults());
  }

  public static TestEngine start(EngineProperties properties) {
    return start(properties, DATABASE.dataSource());
  }

  static TestEngine start(EngineProperties properties, DataSource database) {
    var test = new TestEngine(properties, database);
    test.engine.start();
    test.awaitLead();
    return test;
  }

  /** A second node on the same database; it waits. */
  public static TestEngine standby(EngineProperties properties) {
    var test = new TestEngine(properties, DATABASE.dataSource());
    test.engine.start();
    return test;
  }

  public void awaitLead() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> engine.topology().active());
  }

  /** Ends this node and starts it again with nothing in memory. */
  public void restart() {
    engine.close();
    engine = new EmbeddedEngine(pool, EngineProperties.defaults(), clock, feel, parsers, meters);
    engine.start();
    awaitLead();
  }

  public Engine api() {
    return engine;
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  public MeterRegistry meters() {
    return meters;
  }

  public static TestDatabase database() {
    return DATABASE;
  }

  public <R> R submit(Command<R> command) {
    try {
      return engine.submit(command).orTimeout(20, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  public void purge() {
    engine.resetClock().join();
    engine.purge().join();
  }

  public Deployment deploy(BpmnModelInstance... models) {
    return submit(
        new DeployResources(
            Arrays.stream(models)
                .map(
                    model ->
                        new DeployedFile(
                            model
                                    .getModelElementsByType(
                                        io.camunda.zeebe.model.bpmn.instance.Process.class)
                                    .iterator()
                                    .next()
                                    .getId()
                                + ".bpmn",
                            Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8)))
                .toList()));
  }

  public long create(String processId, Map<String, ?> variables) {
    return submit(
            CreateProcessInstance.of(ProcessReference.latest(processId), Variables.of(variables)))
        .processInstanceKey();
  }

  public long create(String processId) {
    return create(processId, Map.of());
  }

  public List<ActivatedJob> activate(String type, int count) {
    return engine
        .activateJobs(
            new ActivateJobs(type, "test", Duration.ofMinutes(5), count, List.of()), Duration.ZERO)
        .join();
  }

  public ActivatedJob activateOne(String type) {
    var jobs =
        engine
            .activateJobs(
                new ActivateJobs(type, "test", Duration.ofMinutes(5), 1, List.of()),
                Duration.ofSeconds(5))
            .join();
    if (jobs.size() != 1) {
      throw new AssertionError("Expected one job of type " + type + ", but there is none");
    }
    return jobs.get(0);
  }

  public void complete(ActivatedJob job, Map<String, ?> variables) {
    submit(CompleteJob.of(job.jobKey(), Variables.of(variables)));
  }

  /** Activates and completes one job. */
  public void work(String type) {
    complete(activateOne(type), Map.of());
  }

  public void work(String type, Map<String, ?> variables) {
    complete(activateOne(type), variables);
  }

  public void advance(Duration step) {
    engine.pinClock(clock.instant().plus(step)).join();
  }

  public Instant now() {
    return clock.instant();
  }

  // rows ------------------------------------------------------------------------------------------

  public String stateOf(long processInstanceKey) {
    return jdbc.sql("select state from engine.process_instance where process_instance_key = ?")
        .param(processInstanceKey)
        .query(String.class)
        .single();
  }

  /** Ids of element instances in a state, in the order of their keys. */
  public List<String> elements(long processInstanceKey, String state) {
    return jdbc.sql(
            """
            select element_id from engine.element_instance
            where process_instance_key = ? and state = ? order by element_instance_key""")
        .param(processInstanceKey)
        .param(state)
        .query(String.class)
        .list();
  }

  public long elementKey(long processInstanceKey, String elementId) {
    return jdbc.sql(
            """
            select element_instance_key from engine.element_instance
            where process_instance_key = ? and element_id = ? and state = 'ACTIVE'""")
        .param(processInstanceKey)
        .param(elementId)
        .query(Long.class)
        .single();
  }

  /** JSON of a variable of the process instance; {@code null} if it has none. */
  public String variable(long scopeKey, String name) {
    return jdbc.sql("select value from engine.variable where scope_key = ? and name = ?")
        .param(scopeKey)
        .param(name)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  public Set<String> incidents(long processInstanceKey) {
    return jdbc.sql(
            "select error_type from engine.incident where process_instance_key = ? and state = 'ACTIVE'")
        .param(processInstanceKey)
        .query(String.class)
        .set();
  }

  public long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
