package uz.yagona.engine.behavior;

import uz.yagona.engine.model.JobTask;
import uz.yagona.engine.state.ElementInstance;

/** Tasks done by a job worker. */
final class JobTaskBehavior extends Behavior<JobTask> {
  JobTaskBehavior(Execution execution) {
    super(execution);
  }

  @Override
  void enter(ElementInstance instance, JobTask element) {
    execution.jobs.create(instance, element.job());
  }
}
