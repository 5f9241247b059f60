package uz.yagona.signing;

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

  /** Options as in docs/configuration.md, each as {@code --key=value}. */
  public static void main(String[] arguments) {
    SpringApplication.run(SigningApplication.class, arguments);
  }
}
