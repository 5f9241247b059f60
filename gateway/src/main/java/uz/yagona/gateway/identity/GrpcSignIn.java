package uz.yagona.gateway.identity;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.net.InetSocketAddress;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.identity.Callers.Credentials;

/** Lets gRPC calls with the basic credentials of a caller pass. */
public final class GrpcSignIn implements ServerInterceptor {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final KnownCallers callers;
  private final FailedSignIns failures;
  private final ScheduledExecutorService scheduler;

  GrpcSignIn(KnownCallers callers, FailedSignIns failures, ScheduledExecutorService scheduler) {
    this.callers = callers;
    this.failures = failures;
    this.scheduler = scheduler;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    @Nullable String header = headers.get(AUTHORIZATION);
    if (header == null) {
      refuse(call, "Expected basic credentials of a caller, but there are none");
      return new ServerCall.Listener<>() {};
    }
    var credentials = Credentials.ofBasic(header).orElse(new Credentials("", ""));
    var caller = callers.signIn(credentials);
    if (caller.isPresent()) {
      var context = Context.current().withValue(CurrentCaller.GRPC, caller.get());
      return Contexts.interceptCall(context, call, headers, next);
    }
    var wait = failures.add(address(call), credentials.name());
    var unused =
        scheduler.schedule(
            () -> refuse(call, "Expected the name and password of a caller, but they are wrong"),
            wait.toMillis(),
            TimeUnit.MILLISECONDS);
    return new ServerCall.Listener<>() {};
  }

  private static void refuse(ServerCall<?, ?> call, String description) {
    if (!call.isCancelled()) {
      call.close(Status.UNAUTHENTICATED.withDescription(description), new Metadata());
    }
  }

  private static String address(ServerCall<?, ?> call) {
    var address = call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
    return address instanceof InetSocketAddress inet
        ? inet.getAddress().getHostAddress()
        : String.valueOf(address);
  }
}
