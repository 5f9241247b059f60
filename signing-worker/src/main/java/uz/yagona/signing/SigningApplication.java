package uz.yagona.signing;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts this part alone, beside a given engine, portal and database. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import(SigningConfiguration.class)
public class SigningApplication {
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "server.tomcat.max-swallow-size", "64MB", // so that a file too large gets its answer
          "spring.mvc.problemdetails.enabled", "true",
          "logging.level.eu.europa.esig", "error",
          "logging.level.org.apache.pdfbox", "error",
          // a stack trace for each poll and job type; the runtime says it once a minute
          "logging.level.io.camunda.client.job.poller", "error");

  /** Options as in docs/configuration.md, each as {@code --key=value}. */
  public static void main(String[] arguments) {
    application().run(arguments);
  }

  static SpringApplication application() {
    var application = new SpringApplication(SigningApplication.class);
    application.setDefaultProperties(DEFAULTS);
    return application;
  }
}
