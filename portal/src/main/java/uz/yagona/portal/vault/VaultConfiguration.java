package uz.yagona.portal.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import uz.yagona.portal.PortalProperties;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

  @Bean
  @DependsOn("portalSchema")
  MasterKey portalMasterKey(PortalProperties properties, MasterRepository master) {
    return masterKey(MasterKey.file(properties.dataDirectory()), master);
  }

  /** The key in {@code file}, made when neither file nor sealed values exist. */
  static MasterKey masterKey(Path file, MasterRepository master) {
    var known = master.fingerprint();
    if (!Files.exists(file)) {
      if (known.isPresent()) {
        throw new VaultException(
            "Expected the vault's master key %s in %s, but the file is missing"
                .formatted(known.get(), file));
      }
      master.remember(MasterKey.create(file).fingerprint());
    } else if (known.isEmpty()) {
      master.remember(MasterKey.read(file).fingerprint());
    }
    var key = MasterKey.read(file);
    var expected = master.fingerprint().orElseThrow();
    if (!expected.equals(key.fingerprint())) {
      throw new VaultException(
          "Expected the vault's master key %s in %s, but found %s"
              .formatted(expected, file, key.fingerprint()));
    }
    return key;
  }
}
