package uz.yagona.portal.journal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uz.yagona.portal.background.BackgroundLoop;

@Configuration(proxyBeanMethods = false)
class JournalConfiguration {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration CHECKPOINT_PAUSE = Duration.ofMinutes(1);

  @Bean
  BackgroundLoop portalJournalWriter(Journal journal) {
    return new BackgroundLoop("portal-journal", PAUSE, journal::seal);
  }

  @Bean
  BackgroundLoop portalJournalCheckpoints(Checkpoints checkpoints) {
    return new BackgroundLoop("portal-checkpoints", CHECKPOINT_PAUSE, checkpoints::keepUp);
  }
}
