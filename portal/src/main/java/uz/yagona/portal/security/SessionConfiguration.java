package uz.yagona.portal.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import uz.yagona.portal.PortalProperties;

/** Sessions in PostgreSQL; the cookie is out of reach of scripts and of other sites. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> portalSessions(
      PortalProperties properties) {
    return sessions -> {
      sessions.setTableName("portal.spring_session");
      sessions.setDefaultMaxInactiveInterval(properties.portal().sessionTimeout());
    };
  }

  @Bean
  CookieSerializer portalSessionCookie() {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName("yagona-session");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    return cookie;
  }
}
