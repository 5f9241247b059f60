package uz.yagona.client;

import io.camunda.client.CamundaClient;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The client and the worker runtime of an application context. Several modules in one context
 * import it and share both: the runtime serves the {@link JobTask} beans of all of them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClientProperties.class)
public class ClientConfiguration {

  @Bean(destroyMethod = "close")
  CamundaClient camundaClient(ClientProperties properties) {
    return CamundaClients.create(properties);
  }

  @Bean
  WorkerRuntime workerRuntime(
      CamundaClient client, ClientProperties properties, ObjectProvider<JobTask> tasks) {
    return new WorkerRuntime(client, properties, tasks.stream().toList(), Clock.systemUTC());
  }
}
