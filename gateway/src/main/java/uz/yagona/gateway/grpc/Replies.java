package uz.yagona.gateway.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import uz.yagona.gateway.problem.GrpcProblems;

/** Answers calls with what futures bring, on threads of the gateway and not of the engine. */
final class Replies {
  private final Executor executor;

  Replies(Executor executor) {
    this.executor = executor;
  }

  /**
   * @param call reads the request and hands it to the engine; may throw
   */
  <R, A> void answer(
      StreamObserver<A> observer, Supplier<CompletableFuture<R>> call, Function<R, A> toAnswer) {
    CompletableFuture<R> result;
    try {
      result = call.get();
    } catch (RuntimeException e) {
      observer.onError(GrpcProblems.of(e));
      return;
    }
    ((ServerCallStreamObserver<A>) observer).setOnCancelHandler(() -> result.cancel(false));
    var unused =
        result.whenCompleteAsync(
            (value, failure) -> {
              if (failure != null) {
                observer.onError(GrpcProblems.of(failure));
              } else {
                observer.onNext(toAnswer.apply(value));
                observer.onCompleted();
              }
            },
            executor);
  }
}
