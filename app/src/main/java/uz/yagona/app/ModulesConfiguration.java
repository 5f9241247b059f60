package uz.yagona.app;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import uz.yagona.portal.PortalConfiguration;
import uz.yagona.signing.SigningConfiguration;
import uz.yagona.workers.WorkersConfiguration;

/** The modules above the API; each can be left out here and run apart, beside the same engine. */
@Configuration(proxyBeanMethods = false)
@Import(PortalConfiguration.class)
class ModulesConfiguration {

  /** Left out with {@code yagona.parts.workers=false}. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(name = "yagona.parts.workers", matchIfMissing = true)
  @Import(WorkersConfiguration.class)
  static class Workers {}

  /** Left out with {@code yagona.parts.signing=false}. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBooleanProperty(name = "yagona.parts.signing", matchIfMissing = true)
  @Import(SigningConfiguration.class)
  static class Signing {}
}
