package uz.yagona.portal.outbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uz.yagona.portal.PortalProperties;
import uz.yagona.portal.background.BackgroundLoop;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

  @Bean
  BackgroundLoop portalOutboxPublisher(Publisher publisher, PortalProperties properties) {
    return new BackgroundLoop(
        "portal-outbox", properties.portal().outboxInterval(), publisher::publishDue);
  }
}
