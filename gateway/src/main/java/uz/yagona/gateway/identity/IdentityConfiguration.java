package uz.yagona.gateway.identity;

import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import uz.yagona.gateway.directory.AuthorizationRepository;
import uz.yagona.gateway.directory.DirectoryChanges;
import uz.yagona.gateway.directory.MembershipRepository;
import uz.yagona.gateway.directory.Passwords;
import uz.yagona.gateway.directory.ReservedNames;
import uz.yagona.gateway.directory.UserRepository;
import uz.yagona.gateway.identity.Callers.Credentials;

/** Sign-in of the REST and gRPC callers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallerProperties.class)
public class IdentityConfiguration {

  @Bean
  Callers gatewayCallers(CallerProperties properties) {
    return new Callers(properties);
  }

  @Bean
  ReservedNames gatewayReservedNames(Callers callers) {
    return new ReservedNames(callers.names());
  }

  @Bean
  KnownCallers gatewayKnownCallers(
      Callers callers,
      Passwords passwords,
      UserRepository users,
      MembershipRepository memberships,
      AuthorizationRepository authorizations,
      DirectoryChanges changes) {
    return new KnownCallers(callers, passwords, users, memberships, authorizations, changes);
  }

  @Bean
  FailedSignIns gatewayFailedSignIns() {
    return new FailedSignIns(InstantSource.system());
  }

  @Bean
  GrpcSignIn gatewayGrpcSignIn(
      KnownCallers callers, FailedSignIns failures, ScheduledExecutorService gatewayScheduler) {
    return new GrpcSignIn(callers, failures, gatewayScheduler);
  }

  @Bean
  @Order(10)
  SecurityFilterChain gatewaySecurityFilterChain(
      HttpSecurity http,
      KnownCallers callers,
      FailedSignIns failures,
      ScheduledExecutorService gatewayScheduler) {
    var entryPoint = new SignInEntryPoint(failures, gatewayScheduler);
    return http.securityMatcher("/v2/**")
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authenticationManager(authenticationManager(callers))
        .addFilterBefore(new ForeignPages(), BasicAuthenticationFilter.class)
        .httpBasic(basic -> basic.authenticationEntryPoint(entryPoint))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(entryPoint))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/v2/status", "/v2/documents/links/*")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .build();
  }

  private static AuthenticationManager authenticationManager(KnownCallers callers) {
    return authentication -> {
      var name = authentication.getName();
      var credentials = new Credentials(name, String.valueOf(authentication.getCredentials()));
      var caller =
          callers
              .signIn(credentials)
              .orElseThrow(() -> new BadCredentialsException("wrong name or password"));
      return UsernamePasswordAuthenticationToken.authenticated(
          caller, null, AuthorityUtils.NO_AUTHORITIES);
    };
  }
}
