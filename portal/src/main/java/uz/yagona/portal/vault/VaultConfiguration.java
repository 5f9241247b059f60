package uz.yagona.portal.vault;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import uz.yagona.portal.PortalProperties;
import uz.yagona.portal.background.BackgroundLoop;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Bean
  @DependsOn("portalSchema")
  Keyring portalKeyring(PortalProperties properties, MasterRepository masters) {
    return Keyring.open(properties.dataDirectory().resolve("secrets"), masters);
  }

  @Bean
  BackgroundLoop portalVaultKeys(KeyRotation rotation) {
    return new BackgroundLoop("portal-vault-keys", PAUSE, rotation::keepUp);
  }
}
