package uz.yagona.portal.filing;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.forms.Language;
import uz.yagona.forms.submission.SubmissionResult;
import uz.yagona.portal.PortalProperties;
import uz.yagona.portal.attachment.Attachments;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.law.LegalParams;
import uz.yagona.portal.outbox.Outbox;
import uz.yagona.portal.outbox.OutboxMessage;
import uz.yagona.portal.request.NewRequest;
import uz.yagona.portal.request.RequestFile;
import uz.yagona.portal.user.PortalUser;

/** Files a request: request, values, vault, attachments and outbox in one transaction. */
@Service
class Filing {
  /** Version of the consent text that the applicant sees before sending. */
  static final String CONSENT_VERSION = "2026-1";

  private static final String MESSAGE = "request.filed";

  private final UnfinishedForms unfinished;
  private final RequestFile requests;
  private final Attachments attachments;
  private final Outbox outbox;
  private final LegalParams params;
  private final PortalClock clock;
  private final PortalProperties properties;

  Filing(
      UnfinishedForms unfinished,
      RequestFile requests,
      Attachments attachments,
      Outbox outbox,
      LegalParams params,
      PortalClock clock,
      PortalProperties properties) {
    this.unfinished = unfinished;
    this.requests = requests;
    this.attachments = attachments;
    this.outbox = outbox;
    this.params = params;
    this.clock = clock;
    this.properties = properties;
  }

  /** Files the checked draft; empty when it was sent already, as by a second click. */
  @Transactional
  Optional<UUID> file(
      FiledService service,
      UnfinishedForm draft,
      SubmissionResult checked,
      PortalUser applicant,
      Language language) {
    if (!unfinished.lock(draft)) {
      return Optional.empty();
    }
    var request = request(service, checked, applicant, language);
    requests.add(request, checked);
    attachments.handOver(draft.draftId(), request.requestId());
    unfinished.delete(draft);
    outbox.add(
        new OutboxMessage(
            MESSAGE,
            request.requestId().toString(),
            request.requestId().toString(),
            variables(service, request),
            properties.portal().messageTimeToLive()));
    return Optional.of(request.requestId());
  }

  private NewRequest request(
      FiledService service, SubmissionResult checked, PortalUser applicant, Language language) {
    var answers = checked.values();
    var topic = service.topic(answers);
    return new NewRequest(
        UUID.randomUUID(),
        service.code(),
        checked.model().key(),
        checked.model().version(),
        service.caseType(),
        service.subType(answers),
        topic,
        String.valueOf(answers.get("region")),
        String.valueOf(answers.get("district")),
        text(answers.get("complainedBody")),
        text(answers.get("cadastreNo")),
        Boolean.TRUE.equals(answers.get("vulnerable")),
        isRepeat(applicant, topic),
        language,
        applicant.userName(),
        applicant.subjectId(),
        CONSENT_VERSION,
        clock.instant());
  }

  private boolean isRepeat(PortalUser applicant, String topic) {
    var window = params.get("repeat-window", clock.today()).number();
    var since = clock.today().minusDays(window).atStartOfDay(PortalClock.OFFICE).toInstant();
    return requests.hasSimilar(applicant.userName(), topic, since);
  }

  /** As processes/citizen-request/README.md says; none of them is personal. */
  private static Map<String, @Nullable Object> variables(FiledService service, NewRequest request) {
    var variables = new LinkedHashMap<String, @Nullable Object>();
    variables.put("requestId", request.requestId().toString());
    variables.put("serviceCode", request.serviceCode());
    variables.put("caseType", request.caseType());
    variables.put("subType", request.subType());
    variables.put("topic", request.topic());
    variables.put("region", request.region());
    variables.put("district", request.district());
    variables.put("complainedBody", request.complainedBody());
    variables.put("vulnerable", request.vulnerable());
    variables.put("repeat", request.repeat());
    variables.put("language", request.language().tag());
    variables.put(
        "filedAt",
        OffsetDateTime.ofInstant(request.filedAt(), PortalClock.OFFICE).withNano(0).toString());
    if (service == FiledService.DEMOLITION_CERTIFICATE) {
      variables.put("cadastreNo", request.cadastreNo());
    }
    return variables;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
