package uz.yagona.workers;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import uz.yagona.client.ClientConfiguration;
import uz.yagona.workers.calendar.DeadlineArithmetic;
import uz.yagona.workers.calendar.OfficeHours;
import uz.yagona.workers.calendar.PortalCalendar;
import uz.yagona.workers.portal.PortalClient;
import uz.yagona.workers.simulator.RegisterSimulator;

/** All job workers of this module, for an application context of its own or a shared one. */
@Configuration("workersConfiguration")
@ComponentScan
@EnableConfigurationProperties(WorkersProperties.class)
@Import(ClientConfiguration.class)
public class WorkersConfiguration {

  @Bean
  PortalClient workersPortalClient(WorkersProperties properties) {
    return new PortalClient(
        properties.portal().url(),
        properties.token(),
        properties.workers().connectTimeout(),
        properties.workers().readTimeout());
  }

  @Bean
  DeadlineArithmetic workersDeadlineArithmetic(
      WorkersProperties properties, PortalClient workersPortalClient) {
    var settings = properties.workers();
    return new DeadlineArithmetic(
        new PortalCalendar(workersPortalClient),
        new OfficeHours(settings.officeOpens(), settings.officeCloses(), settings.zone()),
        settings.moveToWorkingDay());
  }

  @Bean
  RegisterSimulator workersRegisterSimulator(WorkersProperties properties) {
    var register = properties.register();
    return new RegisterSimulator(
        register.url() == null && register.simulator(),
        register.simulatorPort(),
        Clock.systemUTC());
  }
}
