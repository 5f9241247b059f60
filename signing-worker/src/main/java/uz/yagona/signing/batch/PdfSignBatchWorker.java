package uz.yagona.signing.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.pades.PdfSignWorker;

/**
 * Job type {@code pdf-sign-batch}: signs many documents for one signer, each under the rules of
 * {@code pdf-sign}. One job works for a slice of time and tells how many wait; the model comes back
 * until none does. What is done stays done: a repeated job signs nothing twice.
 */
@Component
class PdfSignBatchWorker implements JobTask {
  private static final Duration SLICE = Duration.ofSeconds(30);
  private static final int MOST_DOCUMENTS = 5000;

  private final Batches batches;
  private final Documents documents;
  private final PdfSignWorker signing;

  PdfSignBatchWorker(Batches batches, Documents documents, PdfSignWorker signing) {
    this.batches = batches;
    this.documents = documents;
    this.signing = signing;
  }

  @Override
  public String type() {
    return "pdf-sign-batch";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of("documents", "signer", "reviewer");
  }

  @Override
  public Duration lockFor() {
    return Duration.ofMinutes(2);
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var key = job.processInstanceKey();
    batches.open(key, job.text("signer"), items(job));
    var end = System.nanoTime() + SLICE.toNanos();
    var next = batches.next(key, 0);
    while (next.isPresent() && System.nanoTime() < end) {
      sign(job, next.get());
      next = batches.next(key, next.get().position());
    }
    var progress = batches.progress(key).orElseThrow();
    return Map.of(
        "batch",
        Map.of(
            "total", progress.total(),
            "signed", progress.signed(),
            "refused", progress.refused(),
            "waiting", progress.waiting(),
            "paused", progress.paused()));
  }

  /** A refusal concerns this document alone; any other failure leaves it waiting. */
  private void sign(JobContext job, BatchItem item) {
    var key = job.processInstanceKey();
    try {
      var document = documents.find(item.documentId());
      if (document.isEmpty()) {
        batches.refused(key, item, "DOCUMENT_UNKNOWN");
        return;
      }
      signing.handle(single(job, item, document.get()));
      batches.signed(key, item);
    } catch (BpmnErrorException e) {
      batches.refused(key, item, e.code());
    }
  }

  /** The job as if it were for this document alone; the batch's key makes it sign once. */
  private static JobContext single(JobContext job, BatchItem item, Document document) {
    Map<String, @Nullable Object> variables = new HashMap<>(job.variables());
    variables.put("requestId", document.requestId());
    variables.put("documentId", item.documentId().toString());
    variables.put("documentDigest", document.draftSha256());
    variables.put("signedDigest", item.digest());
    return new JobContext(
        job.processInstanceKey(),
        job.processInstanceKey(),
        job.elementInstanceKey(),
        job.elementId(),
        job.retries(),
        job.headers(),
        variables);
  }

  private static List<BatchItem> items(JobContext job) {
    if (!(job.variables().get("documents") instanceof List<?> given)
        || given.isEmpty()
        || given.size() > MOST_DOCUMENTS) {
      throw JobException.permanent(
          "Expected variable 'documents' to be a list of 1 to %d, but it is not"
              .formatted(MOST_DOCUMENTS));
    }
    var items = new ArrayList<BatchItem>();
    for (var document : given) {
      items.add(item(items.size() + 1, document));
    }
    return items;
  }

  private static BatchItem item(int position, @Nullable Object document) {
    if (document instanceof Map<?, ?> map
        && map.get("documentId") instanceof String id
        && map.get("digest") instanceof String digest) {
      try {
        return new BatchItem(position, UUID.fromString(id), digest);
      } catch (IllegalArgumentException e) {
        throw JobException.permanent(
            "Expected documentId %d of the batch to be a UUID, but it is not".formatted(position));
      }
    }
    throw JobException.permanent(
        "Expected document %d of the batch to have documentId and digest, but it has not"
            .formatted(position));
  }
}
