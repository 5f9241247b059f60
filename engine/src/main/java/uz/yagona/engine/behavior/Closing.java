package uz.yagona.engine.behavior;

import uz.yagona.engine.state.ElementInstance;
import uz.yagona.engine.state.Incident;
import uz.yagona.engine.state.JobRow;

/** Ends what waits on behalf of an element instance that is on its way out. */
final class Closing {
  private final Execution execution;

  Closing(Execution execution) {
    this.execution = execution;
  }

  void close(ElementInstance instance) {
    for (var row : instance.owned()) {
      if (row instanceof JobRow job) {
        close(job);
      } else if (row instanceof Incident incident) {
        execution.incidents.close(incident);
      } else {
        execution.subscriptions.close(row);
      }
    }
  }

  private void close(JobRow job) {
    if (!execution.userTasks.isListening(job)) {
      execution.jobs.cancel(job);
    }
  }
}
