package uz.yagona.gateway.access;

import io.grpc.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the call that this thread works on. */
public final class CurrentCaller {
  /** Holds the caller of a gRPC call. */
  public static final Context.Key<Caller> GRPC = Context.key("caller");

  private CurrentCaller() {}

  /**
   * @throws IllegalStateException outside of a call that signed in; nothing is then allowed
   */
  public static Caller get() {
    var caller = find();
    if (caller == null) {
      throw new IllegalStateException("Expected a caller who has signed in, but there is none");
    }
    return caller;
  }

  /** Does on this thread what a caller waits for whose own thread has gone on. */
  public static <T> T as(Caller caller, Supplier<T> work) {
    var context = Context.current().withValue(GRPC, caller);
    var before = context.attach();
    try {
      return work.get();
    } finally {
      context.detach(before);
    }
  }

  static @Nullable Caller find() {
    @Nullable Caller ofGrpc = GRPC.get();
    if (ofGrpc != null) {
      return ofGrpc;
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? caller
        : null;
  }
}
