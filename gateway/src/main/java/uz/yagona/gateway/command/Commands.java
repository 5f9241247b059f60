package uz.yagona.gateway.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.ActivateJobs;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.Engine;
import uz.yagona.engine.api.JobReceiver;
import uz.yagona.engine.api.JobStream;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.access.CurrentCaller;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.problem.ForbiddenException;

/**
 * What callers ask of the engine, over REST and over gRPC alike. Call on the thread that works on
 * the call: the rights asked for are those of its caller.
 */
@Component("gatewayCommands")
public final class Commands {
  private final Engine engine;
  private final CommandRights rights;
  private final CommandAudit audit;

  Commands(Engine engine, CommandRights rights, CommandAudit audit) {
    this.engine = engine;
    this.rights = rights;
    this.audit = audit;
  }

  /**
   * Lets the engine execute the command; its result comes when it stands in the audit log, where it
   * is to be kept.
   *
   * @throws ForbiddenException when the caller may not do this
   */
  public <R> CompletableFuture<R> submit(Command<R> command) {
    var caller = CurrentCaller.get();
    var checked = rights.checked(caller, command);
    return audit.recorded(caller, checked, () -> engine.submit(checked));
  }

  /**
   * Lets the engine execute the command for a caller who has gone on; the future fails with {@link
   * ForbiddenException} when he may not do this.
   */
  public <R> CompletableFuture<R> submitFor(Caller caller, Command<R> command) {
    try {
      return engine.submit(rights.checked(caller, command));
    } catch (ForbiddenException | RejectedException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Leases jobs of the processes whose instances the caller may update. */
  public CompletableFuture<List<ActivatedJob>> activateJobs(ActivateJobs request, Duration wait) {
    return engine.activateJobs(request.only(processesOfJobs()), wait);
  }

  /** Streams jobs of the processes whose instances the caller may update. */
  public JobStream openJobStream(ActivateJobs request, JobReceiver receiver) {
    return engine.openJobStream(request.only(processesOfJobs()), receiver);
  }

  private static @Nullable Set<String> processesOfJobs() {
    return CurrentCaller.get()
        .requireForSome(ResourceType.PROCESS_DEFINITION, PermissionType.UPDATE_PROCESS_INSTANCE);
  }

  /** Pins the engine's clock. */
  public CompletableFuture<Done> pinClock(Instant instant) {
    CurrentCaller.get().requireForAll(ResourceType.SYSTEM, PermissionType.UPDATE);
    return engine.pinClock(instant);
  }

  /** Lets the engine's clock go again. */
  public CompletableFuture<Done> resetClock() {
    CurrentCaller.get().requireForAll(ResourceType.SYSTEM, PermissionType.UPDATE);
    return engine.resetClock();
  }
}
