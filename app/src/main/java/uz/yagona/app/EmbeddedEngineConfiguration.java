package uz.yagona.app;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import uz.yagona.engine.EngineConfiguration;
import uz.yagona.engine.api.Engine;
import uz.yagona.gateway.GatewayConfiguration;

/** The embedded engine behind its API; left out with {@code yagona.engine=remote}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "yagona.engine", havingValue = "embedded", matchIfMissing = true)
@Import({EngineConfiguration.class, GatewayConfiguration.class})
class EmbeddedEngineConfiguration {

  /** Out of service while another node leads: requests belong there. */
  @Bean
  HealthIndicator engineHealthIndicator(Engine engine) {
    return () -> (engine.topology().active() ? Health.up() : Health.outOfService()).build();
  }
}
