package uz.yagona.app;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Figures for a monitoring system: it signs in as {@code metrics}, with a password of its own. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {
  private static final String PATH = "/actuator/prometheus";
  private static final String USER = "metrics";
  private static final int ORDER = 10;

  @Bean
  @Order(ORDER)
  SecurityFilterChain appMetricsChain(
      HttpSecurity http, @Value("${" + Secrets.METRICS + "}") String password) {
    return http.securityMatcher(PATH)
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authenticationProvider(onlyMetrics(password))
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("METRICS"))
        .httpBasic(Customizer.withDefaults())
        .build();
  }

  /**
   * An observation around each security filter would be a tenth of a request's time and tell
   * nothing.
   */
  @Bean
  SecurityObservationSettings appSecurityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  private static DaoAuthenticationProvider onlyMetrics(String password) {
    var encoder = new BCryptPasswordEncoder();
    var user = User.withUsername(USER).password(encoder.encode(password)).roles("METRICS").build();
    var provider = new DaoAuthenticationProvider(new InMemoryUserDetailsManager(user));
    provider.setPasswordEncoder(encoder);
    return provider;
  }
}
