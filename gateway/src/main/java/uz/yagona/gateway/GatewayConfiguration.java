package uz.yagona.gateway;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uz.yagona.gateway.access.RightsGate;
import uz.yagona.gateway.audit.AuditLogProperties;
import uz.yagona.gateway.json.ProtocolConverter;
import uz.yagona.gateway.problem.ProblemResolver;

/** The API as part of an application context that also holds an engine. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GatewayProperties.class, AuditLogProperties.class})
@ComponentScan
public class GatewayConfiguration {

  /** For pulses of waiting calls and answers that are kept back; never for work. */
  @Bean(destroyMethod = "shutdownNow")
  ScheduledExecutorService gatewayScheduler() {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          var thread = new Thread(task, "gateway-scheduler");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Bean
  GatewayDatabase gatewayDatabase(DataSource dataSource) {
    return new GatewayDatabase(dataSource);
  }

  @Bean
  ProblemResolver gatewayProblemResolver() {
    return new ProblemResolver();
  }

  @Bean
  WebMvcConfigurer gatewayWebMvcConfigurer(GatewayProperties properties) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new ProtocolConverter(properties.maxMessageSize()));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RightsGate()).addPathPatterns("/v2/**");
      }
    };
  }

  /**
   * Only for tests: nothing is asked of who moves the clock or removes everything, and Camunda
   * Process Test reads the topology before it has credentials.
   */
  @Bean
  @Order(9)
  @ConditionalOnProperty("yagona.gateway.test-endpoints")
  SecurityFilterChain gatewayTestFilterChain(HttpSecurity http) {
    return http.securityMatcher("/actuator/clock/**", "/actuator/cluster/**", "/v2/topology")
        .csrf(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
