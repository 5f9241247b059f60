package uz.yagona.portal;

import io.camunda.client.CamundaClient;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import uz.yagona.client.ClientConfiguration;
import uz.yagona.client.ResourceDeployer;
import uz.yagona.database.Migrations;

/**
 * Everything of the portal; expects a {@link DataSource} and the settings of {@link
 * PortalProperties}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalProperties.class)
@EnableTransactionManagement
@Import(ClientConfiguration.class)
@ComponentScan(nameGenerator = PortalBeanNames.class)
public class PortalConfiguration {

  @Bean
  InitializingBean portalSchema(DataSource dataSource) {
    return () -> Migrations.migrate(dataSource, "portal");
  }

  @Bean
  ResourceDeployer portalModels(CamundaClient client) {
    return new ResourceDeployer(client, Models.onClassPath());
  }
}
