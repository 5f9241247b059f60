package uz.yagona.gateway;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.search.page.AnyPage;
import io.camunda.client.api.search.page.OffsetPage;
import io.camunda.client.api.search.request.TypedFilterableRequest;
import io.camunda.client.api.search.request.TypedPageableRequest;
import io.camunda.client.api.search.request.TypedSortableRequest;
import io.camunda.client.api.search.response.SearchResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** One search command of the official client, called by reflection. */
record SearchProbe(Method command, Supplier<Object[]> arguments, Supplier<CamundaClient> client) {

  /** What the client shows for keys that are not there and that it holds as primitive numbers. */
  private static final Long NO_KEY = -1L;

  String name() {
    return command.getName();
  }

  /** The interface whose methods are the filter fields; {@code null} when there is no filter. */
  @Nullable Class<?> filterType() {
    return generic(TypedFilterableRequest.class);
  }

  @Nullable Class<?> sortType() {
    return generic(TypedSortableRequest.class);
  }

  private @Nullable Class<?> generic(Class<?> of) {
    return ResolvableType.forClass(command.getReturnType()).as(of).getGeneric(0).resolve();
  }

  List<Object> all() {
    return rows(request());
  }

  List<Object> filtered(Consumer<Object> filter) {
    var request = request();
    call(TypedFilterableRequest.class, "filter", request, filter);
    return rows(request);
  }

  List<Object> sorted(Consumer<Object> sort) {
    var request = request();
    call(TypedSortableRequest.class, "sort", request, sort);
    return rows(request);
  }

  private Object request() {
    return invoke(command, client.get(), arguments.get());
  }

  private static void call(Class<?> type, String name, Object request, Consumer<Object> with) {
    invoke(method(type, name, Consumer.class), request, with);
  }

  private static List<Object> rows(Object request) {
    if (request instanceof TypedPageableRequest<?, ?>) {
      call(TypedPageableRequest.class, "page", request, SearchProbe::limit);
    }
    var response = ((FinalCommandStep<?>) request).send().join();
    return new ArrayList<>(((SearchResponse<?>) response).items());
  }

  private static void limit(Object page) {
    if (page instanceof AnyPage any) {
      any.limit(1_000);
    } else {
      ((OffsetPage) page).limit(1_000);
    }
  }

  // rows ------------------------------------------------------------------------------------------

  /** All that the row tells in single values: two rows are the same when this is. */
  static String describe(Object row) {
    return getters(row)
        .map(getter -> getter.getName() + "=" + invoke(getter, row))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static java.util.stream.Stream<Method> getters(Object row) {
    return Arrays.stream(response(row).getMethods())
        .filter(method -> method.getParameterCount() == 0 && !method.isDefault())
        .filter(method -> !method.getName().equals("toJson"))
        .filter(method -> isSingle(method.getReturnType()));
  }

  private static boolean isSingle(Class<?> type) {
    return type.isPrimitive()
        || type.isEnum()
        || Number.class.isAssignableFrom(type)
        || List.of(String.class, Boolean.class, OffsetDateTime.class).contains(type);
  }

  /** The interface of the client that the row implements. */
  static Class<?> response(Object row) {
    return Arrays.stream(row.getClass().getInterfaces())
        .filter(type -> type.getName().startsWith("io.camunda.client.api."))
        .findFirst()
        .orElseThrow();
  }

  /** The values of a field in the row, none for null; empty when the row has no such field. */
  static Optional<Collection<?>> values(Object row, String field) {
    var capital = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    var names = List.of("get" + capital, field, "is" + capital, "get" + capital + "s");
    for (var name : names) {
      for (var method : response(row).getMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == 0) {
          return Optional.of(asCollection(invoke(method, row)));
        }
      }
    }
    return Optional.empty();
  }

  static Collection<?> asCollection(@Nullable Object value) {
    if (value == null || value.equals(NO_KEY)) {
      return List.of();
    }
    return value instanceof Collection<?> values ? values : List.of(value);
  }

  // reflection ------------------------------------------------------------------------------------

  static Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  static @Nullable Object invoke(Method method, Object target, @Nullable Object... arguments) {
    try {
      method.setAccessible(true);
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
