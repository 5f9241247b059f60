package uz.yagona.engine.behavior;

import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.Incident;
import uz.yagona.engine.state.JobRow;
import uz.yagona.engine.state.ProcessInstance;

/** Stops that an operator must resolve. */
public final class Incidents {
  private static final int MAX_MESSAGE = 10_000;

  private final Execution execution;

  Incidents(Execution execution) {
    this.execution = execution;
  }

  /** The instance cannot take its step; it stays where it is. */
  void raise(ElementInstance instance, IncidentType type, String message) {
    raise(instance, type, message, null);
  }

  /** The job cannot be done. */
  public void raise(JobRow job, IncidentType type, String message) {
    raise(job.owner(), type, message, job.key());
  }

  private void raise(
      ElementInstance instance, IncidentType type, String message, @Nullable Long jobKey) {
    var text = message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE);
    var incident =
        new Incident(
            execution.store.newKey(), instance, type.name(), text, jobKey, execution.now());
    execution.store.add(incident);
    instance.incidentKey(incident.key());
    count(instance.process(), 1);
  }

  /** In the instance and in those that called it. */
  private void count(ProcessInstance process, int difference) {
    for (var at = process; at != null; at = execution.calls.caller(at)) {
      at.addIncidents(difference);
    }
  }

  /** The incident is out of the way, because its element instance ends. */
  void close(Incident incident) {
    incident.resolve(execution.now());
    execution.store.close(incident);
    var owner = incident.owner();
    if (Long.valueOf(incident.key()).equals(owner.incidentKey())) {
      owner.incidentKey(null);
    }
    count(owner.process(), -1);
  }

  /** Tries again what raised the incident. */
  public void resolve(Incident incident) {
    var owner = incident.owner();
    var jobKey = incident.jobKey();
    var job = jobKey == null ? null : execution.store.find(JobRow.class, jobKey);
    if (job != null && job.retries() <= 0) {
      throw RejectedException.invalidState(
          "Expected to resolve incident with key '%d', but its job with key '%d' has no retries left",
          incident.key(), job.key());
    }
    close(incident);
    if (job != null) {
      job.reopen(execution.now());
    } else {
      execution.interpreter.schedule(owner);
    }
  }
}
