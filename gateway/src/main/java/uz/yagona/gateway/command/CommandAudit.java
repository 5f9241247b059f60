package uz.yagona.gateway.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.gateway.access.Caller;
import uz.yagona.gateway.audit.AuditEntry;
import uz.yagona.gateway.audit.AuditLog;
import uz.yagona.gateway.command.AuditedCommands.Rule;
import uz.yagona.gateway.problem.Problems;

/**
 * Puts what callers have the engine do into the audit log. Nothing is looked up when nothing is
 * kept.
 */
@Component("gatewayCommandAudit")
final class CommandAudit {
  private final AuditLog log;
  private final AuditedCommands commands;

  CommandAudit(AuditLog log, AuditedCommands commands) {
    this.log = log;
    this.commands = commands;
  }

  /** Runs {@code submission}; its result comes when it stands in the audit log. */
  <R> CompletableFuture<R> recorded(
      Caller caller, Command<R> command, Supplier<CompletableFuture<R>> submission) {
    var rule = commands.of(command);
    if (rule == null || !log.keeps(caller, rule.category())) {
      return submission.get();
    }
    var begun = rule.begin(command);
    var result = submission.get();
    var recorded =
        result
            .thenCompose(value -> done(caller, rule.end().apply(begun, value), value))
            .exceptionallyCompose(failure -> refused(caller, rule, begun, failure));
    var unused =
        recorded.whenComplete(
            (value, failure) -> {
              if (recorded.isCancelled()) {
                result.cancel(false);
              }
            });
    return recorded;
  }

  private <R> CompletableFuture<R> done(Caller caller, List<AuditEntry> entries, R value) {
    return written(caller, entries).thenApply(written -> value);
  }

  private <R> CompletableFuture<R> refused(
      Caller caller, Rule<?> rule, List<AuditEntry> begun, Throwable failure) {
    var cause = Problems.unwrap(failure);
    var isByState =
        cause instanceof RejectedException rejected
            && rejected.type() == RejectionType.INVALID_STATE;
    if (!rule.failsByState() || !isByState) {
      return CompletableFuture.failedFuture(cause);
    }
    begun.forEach(AuditEntry::failed);
    return written(caller, begun).thenCompose(written -> CompletableFuture.failedFuture(cause));
  }

  private CompletableFuture<Void> written(Caller caller, List<AuditEntry> entries) {
    return entries.isEmpty() ? CompletableFuture.completedFuture(null) : log.write(caller, entries);
  }
}
