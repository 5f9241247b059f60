package uz.yagona.portal.security;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import uz.yagona.portal.PortalProperties;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.user.CurrentUser;
import uz.yagona.portal.user.PasswordHashes;
import uz.yagona.portal.user.Role;
import uz.yagona.portal.user.Users;

/** Two chains: the internal API by token, and every page by session. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
  private static final int INTERNAL_ORDER = 50;
  private static final int PAGES_ORDER = Ordered.LOWEST_PRECEDENCE - 100;
  private static final String[] PUBLIC = {
    "/",
    "/oauth2/**",
    "/login/oauth2/**",
    "/services/**",
    "/v/**",
    "/check/**",
    "/checkpoints",
    "/erasure-proof/**",
    "/language",
    "/sign-in",
    "/about/**",
    "/help/**",
    "/accessibility",
    "/privacy",
    "/certificate-policy",
    "/error",
    "/a/**",
    "/favicon.ico",
    "/robots.txt",
    "/actuator/health/**",
    "/actuator/info"
  };
  private static final String[] OF_CITIZENS = {
    "/file/**", "/requests/**", "/notices/**", "/my-data/**"
  };

  @Bean
  @Order(INTERNAL_ORDER)
  SecurityFilterChain portalInternalChain(HttpSecurity http, PortalProperties properties) {
    return http.securityMatcher("/internal/**")
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(
            new ServiceTokenFilter(properties.serviceToken()), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(ServiceTokenFilter.ROLE))
        .exceptionHandling(handling -> handling.authenticationEntryPoint(tokenMissing()))
        .build();
  }

  private static AuthenticationEntryPoint tokenMissing() {
    return (request, response, failure) -> {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader("WWW-Authenticate", "Bearer");
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response
          .getWriter()
          .write(
              """
              {"type":"about:blank","title":"UNAUTHENTICATED","status":401,\
              "detail":"Expected the service token, but found none or another"}""");
    };
  }

  @Bean
  @Order(PAGES_ORDER)
  SecurityFilterChain portalPagesChain(
      HttpSecurity http,
      SignIns signIns,
      Journal journal,
      CurrentUser currentUser,
      PortalProperties properties,
      ObjectProvider<ClientRegistrationRepository> providers) {
    http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
    http.authenticationProvider(signIns.byPassword())
        .addFilterBefore(new LiveAccounts(currentUser), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(SecurityConfiguration::rights)
        .headers(headers -> Headers.configure(headers, properties.portal().eImzo()))
        .formLogin(
            form ->
                form.loginPage("/sign-in").successHandler(new Landing()).failureHandler(failed()))
        .logout(
            logout ->
                logout
                    .logoutUrl("/sign-out")
                    .logoutSuccessUrl("/sign-in?signed-out")
                    .addLogoutHandler(signedOut(journal)))
        .exceptionHandling(handling -> handling.accessDeniedHandler(new Refusals(journal)));
    if (providers.getIfAvailable() != null) {
      http.oauth2Login(
          login ->
              login
                  .loginPage("/sign-in")
                  .successHandler(new Landing())
                  .userInfoEndpoint(user -> user.oidcUserService(signIns.byProvider())));
    }
    return http.build();
  }

  private static void rights(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .requestMatchers(PUBLIC)
        .permitAll()
        .requestMatchers(OF_CITIZENS)
        .hasRole(Role.CITIZEN.name())
        .requestMatchers("/tasks/**", "/cases/**")
        .hasAnyRole(Role.STAFF.name(), Role.HEAD.name())
        .requestMatchers("/break-glass/reviews/**")
        .hasRole(Role.AUDITOR.name())
        .requestMatchers("/break-glass/**")
        .hasAnyRole(Role.STAFF.name(), Role.HEAD.name())
        .requestMatchers("/data-officer/**")
        .hasRole(Role.DATA_OFFICER.name())
        .requestMatchers("/desk/journal/**")
        .hasAnyRole(Role.REGISTRAR.name(), Role.AUDITOR.name())
        .requestMatchers("/desk/**")
        .hasRole(Role.REGISTRAR.name())
        .requestMatchers("/my-certificates/**")
        .hasAnyRole(Role.STAFF.name(), Role.HEAD.name())
        .requestMatchers("/substitutes/**")
        .hasAnyRole(Role.HEAD.name(), Role.REGISTRAR.name())
        .requestMatchers("/evidence/**")
        .hasAnyRole(Role.STAFF.name(), Role.HEAD.name(), Role.AUDITOR.name())
        .requestMatchers("/journal/**")
        .hasAnyRole(Role.AUDITOR.name(), Role.OPERATOR.name())
        .requestMatchers("/operations/**", "/actuator/**")
        .hasRole(Role.OPERATOR.name())
        .requestMatchers("/designer/**")
        .hasRole(Role.DESIGNER.name())
        .anyRequest()
        .authenticated();
  }

  private static AuthenticationFailureHandler failed() {
    return (request, response, failure) ->
        response.sendRedirect(
            request.getContextPath()
                + (failure instanceof LockedException ? "/sign-in?throttled" : "/sign-in?error"));
  }

  private static LogoutHandler signedOut(Journal journal) {
    return (request, response, authentication) -> {
      if (authentication != null) {
        journal.write(authentication.getName(), Action.SIGN_OUT, "sign-in", Map.of());
      }
    };
  }

  @Bean
  SignIns portalSignIns(
      Users users,
      PasswordHashes hashes,
      SignInThrottle throttle,
      Journal journal,
      PortalProperties properties) {
    return new SignIns(
        new PasswordSignIn(users, hashes, throttle, journal),
        new ProviderSignIn(users, journal, properties.portal().oidc()));
  }
}
