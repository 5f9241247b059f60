package uz.yagona.engine.handler;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.ProcessInstanceCommand.ProcessInstanceResult;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.state.Journal;
import uz.yagona.engine.state.ProcessInstance;

/** Callers that wait for something later than their command. Used by the writer thread alone. */
public final class Waiting implements Execution.Observer {
  /** Callers that have gone are forgotten now and then. */
  private static final int SWEEP = 256;

  private record Result(Reply<ProcessInstanceResult> reply, List<String> fetchVariables) {}

  private final Journal journal;
  private final Map<Long, Result> results = new HashMap<>();
  private final Map<Long, Reply<Done>> changes = new HashMap<>();

  public Waiting(Journal journal) {
    this.journal = journal;
  }

  /** The caller wants the result of the instance. */
  void result(long instanceKey, Reply<ProcessInstanceResult> reply, List<String> fetchVariables) {
    results.put(instanceKey, new Result(reply, fetchVariables));
    journal.record(() -> results.remove(instanceKey));
    if (results.size() % SWEEP == 0) {
      results.values().removeIf(result -> result.reply().isAbandoned());
    }
  }

  /** The caller wants to know how the change of the user task ends. */
  void change(long userTaskKey, Reply<Done> reply) {
    changes.put(userTaskKey, reply);
    journal.record(() -> changes.remove(userTaskKey));
    if (changes.size() % SWEEP == 0) {
      changes.values().removeIf(Reply::isAbandoned);
    }
  }

  /** Nobody will answer any more. */
  public void end(RuntimeException reason) {
    results.values().forEach(result -> result.reply().fail(reason));
    changes.values().forEach(reply -> reply.fail(reason));
  }

  private static <T> @Nullable T take(Map<Long, T> map, long key, Journal journal) {
    var value = map.remove(key);
    if (value != null) {
      journal.record(() -> map.put(key, value));
    }
    return value;
  }

  @Override
  public void completing(ProcessInstance process) {
    var result = take(results, process.key(), journal);
    if (result == null) {
      return;
    }
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (var variable : process.variables()) {
      if (result.fetchVariables().isEmpty() || result.fetchVariables().contains(variable.name())) {
        values.put(variable.name(), variable.value());
      }
    }
    result
        .reply()
        .send(
            new ProcessInstanceResult(
                ProcessInstanceHandler.created(process), Variables.of(values)));
  }

  @Override
  public void terminated(ProcessInstance process) {
    var result = take(results, process.key(), journal);
    if (result != null) {
      result
          .reply()
          .reject(
              RejectedException.invalidState(
                  "Expected process instance with key '%d' to complete, but it was terminated",
                  process.key()));
    }
  }

  @Override
  public void applied(long userTaskKey) {
    var reply = take(changes, userTaskKey, journal);
    if (reply != null) {
      reply.send(Done.INSTANCE);
    }
  }

  @Override
  public void denied(long userTaskKey, @Nullable String reason) {
    var reply = take(changes, userTaskKey, journal);
    if (reply != null) {
      reply.reject(
          RejectedException.invalidState(
              "Expected to change user task with key '%d', but a task listener denied it%s",
              userTaskKey, reason == null || reason.isBlank() ? "" : ": " + reason));
    }
  }
}
