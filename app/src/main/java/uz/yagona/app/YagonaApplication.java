package uz.yagona.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import uz.yagona.database.EmbeddedDatabase;

/** Starts everything in one process; the same modules can be started apart, see docs/how-to. */
@SpringBootApplication
@Import({EmbeddedEngineConfiguration.class, ModulesConfiguration.class})
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

  private static void launch(LaunchOptions options, String[] arguments) {
    Preflight.check(options);
    var secrets = Secrets.loadOrCreate(options.dataDirectory());
    var database = LaunchDatabase.open(options);
    try {
      var application = new SpringApplication(YagonaApplication.class);
      application.setWebApplicationType(WebApplicationType.SERVLET);
      application.addInitializers(
          context ->
              context
                  .getEnvironment()
                  .getPropertySources()
                  .addFirst(
                      new MapPropertySource("launch", properties(options, secrets, database))));
      application.setRegisterShutdownHook(true);
      var context = application.run(arguments);
      context.addApplicationListener(
          event -> {
            if (event instanceof org.springframework.context.event.ContextClosedEvent) {
              database.close();
            }
          });
    } catch (RuntimeException e) {
      database.close();
      throw LaunchFailures.explain(e, options);
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
    secrets.forEach((name, value) -> properties.put(name.toString(), value));
    return properties;
  }
}
