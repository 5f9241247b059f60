package uz.yagona.portal.cabinet;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.forms.submission.SubmissionResult;
import uz.yagona.portal.PortalProperties;
import uz.yagona.portal.attachment.Attachments;
import uz.yagona.portal.filing.UnfinishedForm;
import uz.yagona.portal.filing.UnfinishedForms;
import uz.yagona.portal.outbox.Outbox;
import uz.yagona.portal.outbox.OutboxMessage;
import uz.yagona.portal.request.RequestFile;

/**
 * Answers a question, or takes a request back: stored and told to the engine in one transaction.
 */
@Service
class Answering {
  private static final String ANSWERED = "applicant.answered";
  private static final String WITHDRAWN = "request.withdrawn";

  private final RequestFile requests;
  private final UnfinishedForms unfinished;
  private final Attachments attachments;
  private final Outbox outbox;
  private final PortalProperties properties;

  Answering(
      RequestFile requests,
      UnfinishedForms unfinished,
      Attachments attachments,
      Outbox outbox,
      PortalProperties properties) {
    this.requests = requests;
    this.unfinished = unfinished;
    this.attachments = attachments;
    this.outbox = outbox;
    this.properties = properties;
  }

  /**
   * @throws uz.yagona.portal.request.RequestStateException when the time for the answer is over
   */
  @Transactional
  void answer(UUID requestId, UnfinishedForm draft, SubmissionResult checked) {
    var pause = requests.answer(requestId, checked);
    attachments.handOver(draft.draftId(), requestId);
    unfinished.delete(draft);
    publish(ANSWERED, requestId, pause.pauseId().toString());
  }

  @Transactional
  void withdraw(UUID requestId) {
    if (requests.askWithdrawal(requestId)) {
      publish(WITHDRAWN, requestId, requestId.toString());
    }
  }

  private void publish(String name, UUID requestId, String messageId) {
    outbox.add(
        new OutboxMessage(
            name,
            requestId.toString(),
            messageId,
            Map.of(),
            properties.portal().messageTimeToLive()));
  }
}
