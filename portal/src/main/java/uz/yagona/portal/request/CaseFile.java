package uz.yagona.portal.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.model.FormModel;
import uz.yagona.portal.attachment.Attachment;

/** Everything about a request, personal values included; opening it is journaled. */
public record CaseFile(
    Request request,
    FormModel form,
    List<CaseValue> values,
    List<Attachment> attachments,
    List<TimelineEntry> timeline,
    List<Pause> pauses,
    List<Review> reviews,
    List<Escalation> escalations) {

  /** Answers by field, as the forms library draws them. */
  public Map<String, @Nullable Object> valuesById() {
    var byId = new LinkedHashMap<String, @Nullable Object>();
    values.forEach(value -> byId.put(value.fieldId(), value.value()));
    return byId;
  }

  /** The answer to a field as text; empty when there is none. */
  public String text(String fieldId) {
    var value = valuesById().get(fieldId);
    return value == null ? "" : value.toString();
  }

  /** The question that waits for the applicant. */
  public Optional<Pause> openPause() {
    return pauses.stream().filter(Pause::isOpen).findFirst();
  }
}
