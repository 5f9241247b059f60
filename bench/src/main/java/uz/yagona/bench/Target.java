package uz.yagona.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/** The system under test, and the probe of its costs. */
final class Target implements Access, AutoCloseable {
  private final CamundaClient client;
  private final Probe probe;
  private final boolean isGrpc;

  private Target(CamundaClient client, Probe probe, boolean isGrpc) {
    this.client = client;
    this.isGrpc = isGrpc;
    this.probe = probe;
  }

  static Target open(Options options) throws SQLException {
    var isGrpc = options.text("protocol", "grpc").equals("grpc");
    var builder =
        CamundaClient.newClientBuilder()
            .applyEnvironmentVariableOverrides(false)
            .restAddress(URI.create(options.text("rest", "http://localhost:8080")))
            .grpcAddress(URI.create(options.text("grpc", "http://localhost:26500")))
            .preferRestOverGrpc(!isGrpc)
            .defaultRequestTimeout(Duration.ofMinutes(1))
            .numJobWorkerExecutionThreads(options.number("job-threads", 2))
            .maxHttpConnections(64);
    if (options.has("password")) {
      builder.credentialsProvider(
          new BasicAuthCredentialsProviderBuilder()
              .applyEnvironmentOverrides(false)
              .username(options.text("user", "api"))
              .password(options.text("password", ""))
              .build());
    }
    return new Target(builder.build(), Probe.open(options), isGrpc);
  }

  CamundaClient client() {
    return client;
  }

  @Override
  public Probe probe() {
    return probe;
  }

  @Override
  public CompletableFuture<Long> create(String processId, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(processId)
        .latestVersion()
        .variables(variables)
        .send()
        .thenApply(ProcessInstanceEvent::getProcessInstanceKey)
        .toCompletableFuture();
  }

  @Override
  public Worker work(String jobType, int most, LongConsumer done, Runnable failed) {
    var worker =
        client
            .newWorker()
            .jobType(jobType)
            .handler((completions, job) -> complete(completions, job, done, failed))
            .timeout(Duration.ofMinutes(5))
            .maxJobsActive(most)
            .streamEnabled(isGrpc)
            .pollInterval(Duration.ofMillis(5))
            .open();
    return worker::close;
  }

  private static void complete(
      JobClient completions, ActivatedJob job, LongConsumer done, Runnable failed) {
    completions
        .newCompleteCommand(job)
        .send()
        .whenComplete(
            (response, failure) -> {
              if (failure == null) {
                done.accept(job.getProcessInstanceKey());
              } else {
                failed.run();
              }
            });
  }

  @Override
  public void deploy(String name, String xml) {
    client.newDeployResourceCommand().addResourceStringUtf8(xml, name + ".bpmn").send().join();
  }

  @Override
  public void close() throws SQLException {
    client.close();
    probe.close();
  }
}
