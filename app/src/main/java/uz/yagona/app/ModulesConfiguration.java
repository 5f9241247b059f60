package uz.yagona.app;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import uz.yagona.portal.PortalConfiguration;
import uz.yagona.signing.SigningConfiguration;
import uz.yagona.workers.WorkersConfiguration;

/** The modules above the API; each could be started alone beside a remote engine. */
@Configuration(proxyBeanMethods = false)
@Import({PortalConfiguration.class, WorkersConfiguration.class, SigningConfiguration.class})
class ModulesConfiguration {}
