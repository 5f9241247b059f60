package uz.yagona.gateway.resource;

import io.camunda.client.protocol.rest.BatchOperationCreatedResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.DeploymentCommand.DeleteResource;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.batchoperation.HistoryDeletion;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.problem.ForbiddenException;
import uz.yagona.gateway.problem.Problems;

/** Deletes what was deployed, alone or together with its history. */
@Component("gatewayResourceDeletion")
public final class ResourceDeletion {
  private final Commands commands;
  private final HistoryDeletion history;

  ResourceDeletion(Commands commands, HistoryDeletion history) {
    this.commands = commands;
    this.history = history;
  }

  /** The resource alone; its history stays until its time is over. */
  public CompletableFuture<Done> delete(long resourceKey) {
    return commands.submit(new DeleteResource(resourceKey));
  }

  /**
   * The resource and, by a batch operation that goes on afterwards, its history. Also for a
   * resource that was deleted before.
   *
   * @throws ForbiddenException when the caller may delete the resource but not begin the batch
   *     operation; nothing is deleted then
   */
  public CompletableFuture<Optional<BatchOperationCreatedResult>> deleteWithHistory(
      long resourceKey) {
    var caller = CurrentCaller.get();
    history.require(resourceKey, caller);
    return delete(resourceKey)
        .exceptionally(failure -> deletedBefore(resourceKey, failure))
        .thenApply(done -> CurrentCaller.as(caller, () -> history.begin(resourceKey)));
  }

  private Done deletedBefore(long resourceKey, Throwable failure) {
    if (Problems.unwrap(failure) instanceof RejectedException rejected
        && rejected.type() == RejectionType.NOT_FOUND
        && history.isOf(resourceKey)) {
      return Done.INSTANCE;
    }
    throw failure instanceof CompletionException wrapped
        ? wrapped
        : new CompletionException(failure);
  }
}
