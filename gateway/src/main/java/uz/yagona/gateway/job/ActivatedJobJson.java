package uz.yagona.gateway.job;

import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import uz.yagona.engine.api.ActivatedJob;
import uz.yagona.engine.api.ActivatedJob.UserTaskProperties;
import uz.yagona.gateway.json.ProtocolJson;
import uz.yagona.gateway.json.Values;

/** Writes jobs as the API shows them; variables pass through as the JSON text they are. */
final class ActivatedJobJson {
  private ActivatedJobJson() {}

  static void write(List<ActivatedJob> jobs, OutputStream out) {
    try (var json = ProtocolJson.MAPPER.createGenerator(out)) {
      json.configure(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET, false);
      json.writeStartObject();
      json.writeArrayPropertyStart("jobs");
      jobs.forEach(job -> write(job, json));
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(ActivatedJob job, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("jobKey", Values.text(job.jobKey()));
    json.writeStringProperty("type", job.type());
    json.writeStringProperty("kind", job.kind());
    json.writeStringProperty("listenerEventType", job.listenerEventType());
    json.writeStringProperty("processInstanceKey", Values.text(job.processInstanceKey()));
    json.writeStringProperty("rootProcessInstanceKey", Values.text(job.rootProcessInstanceKey()));
    json.writeStringProperty("processDefinitionId", job.processDefinitionId());
    json.writeNumberProperty("processDefinitionVersion", job.processDefinitionVersion());
    json.writeStringProperty("processDefinitionKey", Values.text(job.processDefinitionKey()));
    json.writeStringProperty("elementId", job.elementId());
    json.writeStringProperty("elementInstanceKey", Values.text(job.elementInstanceKey()));
    json.writePOJOProperty("customHeaders", job.customHeaders());
    json.writeStringProperty("worker", job.worker());
    json.writeNumberProperty("retries", job.retries());
    json.writeNumberProperty("deadline", job.deadline().toEpochMilli());
    json.writeName("variables");
    json.writeRawValue(job.variables());
    json.writeStringProperty("tenantId", Values.TENANT);
    texts("tags", job.tags(), json);
    json.writeName("userTask");
    userTask(job.userTask(), json);
    json.writeEndObject();
  }

  private static void userTask(@Nullable UserTaskProperties task, JsonGenerator json) {
    if (task == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("userTaskKey", Values.text(task.userTaskKey()));
    json.writeStringProperty("action", task.action());
    json.writeStringProperty("assignee", task.assignee());
    texts("candidateGroups", task.candidateGroups(), json);
    texts("candidateUsers", task.candidateUsers(), json);
    texts("changedAttributes", task.changedAttributes(), json);
    json.writeStringProperty("dueDate", Values.text(task.dueDate()));
    json.writeStringProperty("followUpDate", Values.text(task.followUpDate()));
    json.writeStringProperty("formKey", Values.text(task.formKey()));
    json.writeNumberProperty("priority", task.priority());
    json.writeEndObject();
  }

  private static void texts(String name, Collection<String> texts, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
