package uz.yagona.portal.journal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uz.yagona.portal.background.BackgroundLoop;

@Configuration(proxyBeanMethods = false)
class JournalConfiguration {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Bean
  BackgroundLoop portalJournalWriter(Journal journal) {
    return new BackgroundLoop("portal-journal", PAUSE, journal::seal);
  }
}
