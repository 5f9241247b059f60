package uz.yagona.portal.user;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers ask for the {@link PortalUser} of the request. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration implements WebMvcConfigurer {
  private final CurrentUser currentUser;

  UserConfiguration(CurrentUser currentUser) {
    this.currentUser = currentUser;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new UserArgument(currentUser));
  }
}
