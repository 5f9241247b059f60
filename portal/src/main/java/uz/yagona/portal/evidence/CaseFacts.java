package uz.yagona.portal.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Language;
import uz.yagona.portal.request.CaseFile;
import uz.yagona.portal.request.CaseValue;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.request.Review;

/** What the portal knows of a case, as JSON. */
final class CaseFacts {
  private CaseFacts() {}

  /** {@code case/request.json}, inputs, reviews, and the timeline. */
  static List<Ingredient> of(CaseFile file) {
    return List.of(
        Ingredient.json("case/request.json", request(file.request())),
        Ingredient.json("case/inputs.json", file.values().stream().map(CaseFacts::input).toList()),
        Ingredient.json(
            "case/reviews.json", file.reviews().stream().map(CaseFacts::review).toList()),
        Ingredient.json("case/timeline.json", timeline(file)));
  }

  /** The request with its answers, files and timeline, for the applicant. */
  static Map<String, @Nullable Object> written(CaseFile file) {
    var fields = request(file.request());
    fields.put("inputs", file.values().stream().map(CaseFacts::input).toList());
    fields.put("attachments", file.attachments().stream().map(Packer::attachmentName).toList());
    fields.put("timeline", timeline(file));
    return fields;
  }

  private static Map<String, @Nullable Object> request(Request request) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("requestId", request.requestId().toString());
    fields.put("number", request.number());
    fields.put("service", request.serviceCode());
    fields.put("form", request.formKey());
    fields.put("caseType", request.caseType());
    fields.put("subType", request.subType());
    fields.put("topic", request.topic());
    fields.put("region", request.region());
    fields.put("district", request.district());
    fields.put("language", request.language().tag());
    fields.put("state", request.state().name());
    fields.put("filedAt", request.filedAt().toString());
    var deadline = request.deadline();
    if (deadline != null) {
      fields.put("dueDate", deadline.dueDate().toString());
      fields.put("legalRef", deadline.legalRef());
      fields.put("legalStatus", deadline.legalStatus().name());
    }
    var document = request.document();
    if (document != null) {
      fields.put("documentNumber", document.documentNumber());
      fields.put("documentSha256", document.sha256());
    }
    return fields;
  }

  private static Map<String, @Nullable Object> input(CaseValue value) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("field", value.fieldId());
    fields.put("label", value.label().in(Language.DEFAULT));
    fields.put("class", value.dataClass().name());
    fields.put("value", value.value());
    return fields;
  }

  private static Map<String, @Nullable Object> review(Review review) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put("task", review.taskKey());
    fields.put("author", review.author());
    fields.put("outcome", review.outcome());
    fields.put("storedAt", review.storedAt().toString());
    fields.put("answers", review.answers());
    return fields;
  }

  private static Map<String, Object> timeline(CaseFile file) {
    return Map.of(
        "events",
        file.timeline().stream()
            .map(
                entry ->
                    Map.of(
                        "at", entry.at().toString(),
                        "kind", entry.kind().name(),
                        "by", entry.actor(),
                        "detail", entry.detail()))
            .toList(),
        "pauses",
        file.pauses().stream()
            .map(
                pause ->
                    Map.of(
                        "from", pause.startedAt().toString(),
                        "until", String.valueOf(pause.endedAt()),
                        "askedFields", pause.askedFields()))
            .toList(),
        "escalations",
        file.escalations().size());
  }
}
