package uz.yagona.gateway.dispatch;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.DeferredResultMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityReturnValueHandler;

/** Makes Spring MVC use the short ways. */
@Component("gatewayDispatching")
final class Dispatching implements WebMvcRegistrations {

  @Override
  public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
    return new NarrowedHandlerMapping();
  }

  @Override
  public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
    return new RequestMappingHandlerAdapter() {
      @Override
      public void afterPropertiesSet() {
        super.afterPropertiesSet();
        var handlers = new ArrayList<>(getReturnValueHandlers());
        handlers.add(
            0,
            new PromptAnswers(
                only(handlers, ResponseEntityReturnValueHandler.class),
                only(handlers, RequestResponseBodyMethodProcessor.class),
                only(handlers, DeferredResultMethodReturnValueHandler.class)));
        setReturnValueHandlers(handlers);
      }
    };
  }

  private static <H extends HandlerMethodReturnValueHandler> H only(
      List<HandlerMethodReturnValueHandler> handlers, Class<H> type) {
    return handlers.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }
}
