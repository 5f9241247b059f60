package uz.yagona.client;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.slf4j.MDC;

/** Keys of a job beside every log line of its handler; no values of the case. */
final class LogKeys {
  private LogKeys() {}

  static void around(ActivatedJob job, Runnable work) {
    var keys =
        Map.of(
            "jobKey", Long.toString(job.getKey()),
            "jobType", job.getType(),
            "elementId", job.getElementId(),
            "processInstanceKey", Long.toString(job.getProcessInstanceKey()));
    keys.forEach(MDC::put);
    try {
      work.run();
    } finally {
      keys.keySet().forEach(MDC::remove);
    }
  }
}
