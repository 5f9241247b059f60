package uz.yagona.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** Starts everything in one process; the same modules can be started apart, see docs/how-to. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({EmbeddedEngineConfiguration.class, ModulesConfiguration.class, MetricsConfiguration.class})
public class YagonaApplication {
  /** Starts the product, or prints one line that says what stands in the way and exits with 1. */
  public static void main(String[] arguments) {
    try {
      launch(LaunchOptions.of(arguments, System.getenv()), arguments);
    } catch (LaunchException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Checks the machine, opens the database and starts; the caller closes the context. */
  static ConfigurableApplicationContext launch(LaunchOptions options, String... arguments) {
    Preflight.check(options);
    var secrets = Secrets.loadOrCreate(options.dataDirectory());
    var database = LaunchDatabase.open(options, secrets.getProperty(Secrets.DATABASE));
    var application = new SpringApplication(YagonaApplication.class);
    application.addInitializers(
        context -> {
          var beans = (DefaultListableBeanFactory) context.getBeanFactory();
          beans.registerSingleton("launchOptions", options);
          beans.registerDisposableBean("launchDatabase", database::close);
          context
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("launch", properties(options, secrets, database)));
        });
    try {
      return application.run(arguments);
    } catch (RuntimeException e) {
      database.close();
      throw LaunchFailures.explain(e);
    }
  }

  private static Map<String, Object> properties(
      LaunchOptions options, Properties secrets, LaunchDatabase database) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("server.port", options.port());
    properties.put("server.address", options.bindAddress());
    properties.put("yagona.gateway.grpc-port", options.grpcPort());
    properties.put("yagona.data-directory", options.dataDirectory().toString());
    properties.put("spring.datasource.url", database.jdbcUrl());
    properties.put("spring.datasource.username", database.user());
    properties.put("spring.datasource.password", database.password());
    secrets.forEach((name, value) -> properties.put(name.toString(), value));
    return properties;
  }
}
