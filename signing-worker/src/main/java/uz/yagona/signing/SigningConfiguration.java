package uz.yagona.signing;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import uz.yagona.client.ClientConfiguration;

/** Everything of this module; several modules share one application context. */
@Configuration(proxyBeanMethods = false)
@Import(ClientConfiguration.class)
@EnableConfigurationProperties({InstallationProperties.class, SigningProperties.class})
@ComponentScan(
    basePackageClasses = SigningConfiguration.class,
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = SigningApplication.class))
public class SigningConfiguration {

  @Bean
  SigningSchema signingSchema(DataSource dataSource) {
    return SigningSchema.migrated(dataSource);
  }

  /** Down when signatures made here are not valid here; unknown until that is tried. */
  @Bean
  HealthIndicator signingHealthIndicator(SelfTestResult selfTest) {
    return () -> {
      var failure = selfTest.failure();
      if (failure != null) {
        return Health.down().withDetail("selfTest", failure).build();
      }
      return (selfTest.isKnown() ? Health.up() : Health.unknown()).build();
    };
  }
}
