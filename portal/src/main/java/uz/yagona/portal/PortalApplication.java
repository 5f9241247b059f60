package uz.yagona.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the portal alone, beside a given engine and signing worker. */
@EnableAutoConfiguration
@Import(PortalConfiguration.class)
public class PortalApplication {
  /** Reads {@code yagona.*} and {@code spring.datasource.*} as any Spring Boot application does. */
  public static void main(String[] arguments) {
    SpringApplication.run(PortalApplication.class, arguments);
  }
}
