package uz.yagona.signing;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
}
