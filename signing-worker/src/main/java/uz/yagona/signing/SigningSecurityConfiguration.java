package uz.yagona.signing;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** Who may call: {@code /signing/**} with the service token, {@code /pki/**} everybody. */
@Configuration(proxyBeanMethods = false)
class SigningSecurityConfiguration {

  @Bean
  @Order(20)
  SecurityFilterChain signingFilterChain(HttpSecurity http, InstallationProperties installation) {
    return stateless(http)
        .securityMatcher("/signing/**")
        .addFilterBefore(new ServiceToken(installation.token()), BasicAuthenticationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("SERVICE"))
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
        .build();
  }

  @Bean
  @Order(21)
  SecurityFilterChain signingPkiFilterChain(HttpSecurity http, SigningProperties properties) {
    var rate = new RequestRate(properties.pki().requestsPerMinute(), InstantSource.system());
    return stateless(http)
        .securityMatcher("/pki/**")
        .addFilterBefore(rate, BasicAuthenticationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  private static HttpSecurity stateless(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(Customizer.withDefaults());
  }
}
