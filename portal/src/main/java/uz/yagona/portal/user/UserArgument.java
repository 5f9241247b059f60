package uz.yagona.portal.user;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives the signed-in user; {@code null} is allowed where the parameter is marked so. */
record UserArgument(CurrentUser currentUser) implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PortalUser.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var user = currentUser.get();
    if (user.isEmpty() && !isNullable(parameter)) {
      throw new AccessDeniedException("Expected a signed-in person, but found none");
    }
    return user.orElse(null);
  }

  private static boolean isNullable(MethodParameter parameter) {
    return Arrays.stream(parameter.getParameter().getAnnotatedType().getAnnotations())
        .anyMatch(annotation -> annotation.annotationType() == Nullable.class);
  }
}
