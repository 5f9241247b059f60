package uz.yagona.gateway.problem;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** Problems as gRPC statuses. */
public final class GrpcProblems {
  private GrpcProblems() {}

  /** What a gRPC caller is told about a failure. */
  public static StatusRuntimeException of(Throwable failure) {
    if (Problems.unwrap(failure) instanceof StatusRuntimeException status) {
      return status;
    }
    var problem = Problems.of(failure);
    return status(problem).withDescription(problem.detail()).asRuntimeException();
  }

  private static Status status(Problem problem) {
    return switch (problem.title()) {
      case "ALREADY_EXISTS" -> Status.ALREADY_EXISTS;
      case "INVALID_STATE" -> Status.FAILED_PRECONDITION;
      case "RESOURCE_EXHAUSTED" -> Status.RESOURCE_EXHAUSTED;
      default ->
          switch (problem.status()) {
            case BAD_REQUEST, CONTENT_TOO_LARGE -> Status.INVALID_ARGUMENT;
            case FORBIDDEN -> Status.PERMISSION_DENIED;
            case NOT_FOUND -> Status.NOT_FOUND;
            case NOT_IMPLEMENTED -> Status.UNIMPLEMENTED;
            case SERVICE_UNAVAILABLE -> Status.UNAVAILABLE;
            case GATEWAY_TIMEOUT -> Status.DEADLINE_EXCEEDED;
            default -> Status.INTERNAL;
          };
    };
  }
}
