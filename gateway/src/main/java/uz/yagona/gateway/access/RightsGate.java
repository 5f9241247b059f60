package uz.yagona.gateway.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import uz.yagona.gateway.problem.ForbiddenException;

/**
 * Stands before every operation over HTTP. An operation that says nothing about rights is closed to
 * everybody but the installation's own callers.
 */
public final class RightsGate implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var caller = CurrentCaller.find();
    if (caller != null
        && !caller.rights().isUnlimited()
        && request.getDispatcherType() == DispatcherType.REQUEST
        && handler instanceof HandlerMethod method) {
      check(caller, method);
    }
    return true;
  }

  private static void check(Caller caller, HandlerMethod operation) {
    var type = operation.getBeanType();
    if (operation.hasMethodAnnotation(OpenToCallers.class)) {
      return;
    }
    var ofMethod = operation.getMethodAnnotation(Requires.class);
    var required = ofMethod != null ? ofMethod : type.getAnnotation(Requires.class);
    if (required != null) {
      caller.requireForAll(required.resource(), required.permission());
      return;
    }
    var isOpen =
        type.isAnnotationPresent(ChecksRights.class)
            || type.isAnnotationPresent(OpenToCallers.class);
    if (!isOpen) {
      throw new ForbiddenException(
          "Expected a caller of the installation, but '%s' is none".formatted(caller.name()));
    }
  }
}
