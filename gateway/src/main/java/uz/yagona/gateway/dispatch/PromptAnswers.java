package uz.yagona.gateway.dispatch;

import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Answers of handlers that give a {@link CompletableFuture}. Most are there after one commit: the
 * request's thread waits so long and goes on. A later answer releases the thread and is dispatched
 * anew, which costs a second way through filters and mappings.
 */
final class PromptAnswers implements HandlerMethodReturnValueHandler {
  private static final long PATIENCE_MILLIS = 20;

  private final HandlerMethodReturnValueHandler entities;
  private final HandlerMethodReturnValueHandler bodies;
  private final HandlerMethodReturnValueHandler futures;

  /**
   * @param entities writes a {@link ResponseEntity}
   * @param bodies writes any other answer
   * @param futures waits for an answer without a thread
   */
  PromptAnswers(
      HandlerMethodReturnValueHandler entities,
      HandlerMethodReturnValueHandler bodies,
      HandlerMethodReturnValueHandler futures) {
    this.entities = entities;
    this.bodies = bodies;
    this.futures = futures;
  }

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return CompletableFuture.class.isAssignableFrom(type.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws Exception {
    var answer = value instanceof CompletableFuture<?> future ? prompt(future) : null;
    if (answer == null) {
      futures.handleReturnValue(value, type, container, request);
    } else {
      var writer = answer instanceof ResponseEntity ? entities : bodies;
      writer.handleReturnValue(answer, new Arrived(type, answer), container, request);
    }
  }

  /** {@code null} when the answer takes longer. */
  private static @Nullable Object prompt(CompletableFuture<?> future) throws Exception {
    try {
      return future.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** The return type as if the handler had waited itself. */
  private static final class Arrived extends MethodParameter {
    private final Class<?> answer;
    private final Type generic;

    Arrived(MethodParameter future, Object answer) {
      super(future);
      this.answer = answer.getClass();
      generic = ResolvableType.forMethodParameter(future).getGeneric(0).getType();
    }

    private Arrived(Arrived other) {
      super(other);
      answer = other.answer;
      generic = other.generic;
    }

    @Override
    public Class<?> getParameterType() {
      return answer;
    }

    @Override
    public Type getGenericParameterType() {
      return generic;
    }

    @Override
    public Arrived clone() {
      return new Arrived(this);
    }
  }
}
