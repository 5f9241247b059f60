package uz.yagona.app;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import uz.yagona.engine.EngineConfiguration;
import uz.yagona.gateway.GatewayConfiguration;

/** The embedded engine behind its API; left out with {@code yagona.engine=remote}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "yagona.engine", havingValue = "embedded", matchIfMissing = true)
@Import({EngineConfiguration.class, GatewayConfiguration.class})
class EmbeddedEngineConfiguration {}
