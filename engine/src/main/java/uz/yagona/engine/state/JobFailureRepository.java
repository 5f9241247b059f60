package uz.yagona.engine.state;

import static uz.yagona.engine.state.Columns.Type.BIGINT;
import static uz.yagona.engine.state.Columns.Type.TEXT;
import static uz.yagona.engine.state.Columns.Type.TIME;

/** Table {@code job_failure}; rows are only ever added. */
final class JobFailureRepository {
  private static final Columns<JobFailure> COLUMNS =
      new Columns<JobFailure>("engine.job_failure", "job_key")
          .fixed("job_key", BIGINT, JobFailure::key)
          .fixed("type", TEXT, failure -> failure.job().type())
          .fixed("worker", TEXT, JobFailure::worker)
          .fixed("error_code", TEXT, JobFailure::errorCode)
          .fixed("error_message", TEXT, JobFailure::errorMessage)
          .fixed("failed_at", TIME, JobFailure::time)
          .fixed("process_instance_key", BIGINT, f -> f.job().owner().process().key());

  final Changes<JobFailure> changes;

  JobFailureRepository(Journal journal) {
    changes = new Changes<>(journal);
  }

  void write(Script script) {
    COLUMNS.insert(script, changes.inserted());
  }
}
