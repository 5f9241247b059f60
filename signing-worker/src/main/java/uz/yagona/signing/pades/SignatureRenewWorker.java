package uz.yagona.signing.pades;

import eu.europa.esig.dss.model.DSSException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.signing.document.Augmentation;
import uz.yagona.signing.document.Document;
import uz.yagona.signing.document.DocumentIds;
import uz.yagona.signing.document.DocumentState;
import uz.yagona.signing.document.Documents;
import uz.yagona.signing.document.Sha256;
import uz.yagona.signing.document.Signature;
import uz.yagona.signing.pki.TimestampAuthority;
import uz.yagona.signing.pki.TrustedTime;
import uz.yagona.signing.portal.Portal;
import uz.yagona.signing.portal.StoredDocument;

/**
 * Job type {@code signature-renew}: raises the signatures of a document to B-LT or B-LTA, or renews
 * B-LTA. Apart from signing, so that an outage of revocation services delays the level and not the
 * decision. A timer on {@code renewal.renewBefore} brings the next renewal.
 */
@Component
class SignatureRenewWorker implements JobTask {
  private final Documents documents;
  private final PadesAugmenter augmenter;
  private final TimestampAuthority timestamps;
  private final TrustedTime time;
  private final Portal portal;

  SignatureRenewWorker(
      Documents documents,
      PadesAugmenter augmenter,
      TimestampAuthority timestamps,
      TrustedTime time,
      Portal portal) {
    this.documents = documents;
    this.augmenter = augmenter;
    this.timestamps = timestamps;
    this.time = time;
    this.portal = portal;
  }

  @Override
  public String type() {
    return "signature-renew";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of("documentId");
  }

  @Override
  public Duration lockFor() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var level = level(job.header("level"));
    var documentId = DocumentIds.of(job);
    var augmentation =
        augmented(documentId, job.key(), document -> augment(job.key(), level, document));
    offer(documentId, augmentation);
    return Map.of(
        "renewal",
        Map.of(
            "level", augmentation.level(),
            "renewedAt", augmentation.augmentedAt().atOffset(ZoneOffset.UTC).toString(),
            "renewBefore", augmentation.renewBefore().atOffset(ZoneOffset.UTC).toString()));
  }

  private Augmentation augmented(
      UUID documentId, long jobKey, Function<Document, Documents.Augmented> augment) {
    try {
      return documents.augment(documentId, jobKey, augment);
    } catch (NoSuchElementException e) {
      throw JobException.permanent(String.valueOf(e.getMessage()));
    }
  }

  private Documents.Augmented augment(long jobKey, Level level, Document document) {
    var input = document.signedSha256();
    if (document.state() == DocumentState.DRAFT || input == null) {
      throw JobException.permanent(
          "Expected document %s to be signed, but it is a draft".formatted(document.documentId()));
    }
    var content = augmented(documents.content(input), level);
    return new Documents.Augmented(
        content,
        new Augmentation(
            jobKey,
            level.label(),
            documents.signatures(document.documentId()).size(),
            input,
            Sha256.of(content),
            time.now(),
            timestamps.validUntil()));
  }

  private byte[] augmented(byte[] pdf, Level level) {
    try {
      return augmenter.augment(pdf, level);
    } catch (DSSException e) {
      throw JobException.temporary(
          "Expected to raise the signatures to %s, but revocation or time could not be proven"
              .formatted(level.label()),
          e);
    }
  }

  private void offer(UUID documentId, Augmentation augmentation) {
    var document = documents.find(documentId).orElseThrow();
    if (document.state() != DocumentState.SIGNED) {
      return;
    }
    var signatures = documents.signatures(documentId);
    var last = signatures.get(signatures.size() - 1);
    portal.offer(document.requestId(), stored(document, last, augmentation));
  }

  private static StoredDocument stored(
      Document document, Signature last, Augmentation augmentation) {
    return new StoredDocument(
        document.documentId(),
        document.documentNumber(),
        document.currentSha256(),
        true,
        last.signedAt().atOffset(ZoneOffset.UTC),
        last.signer(),
        augmentation.level());
  }

  private static Level level(String code) {
    return Level.of(code)
        .filter(level -> level == Level.B_LT || level == Level.B_LTA)
        .orElseThrow(
            () ->
                JobException.permanent(
                    "Expected level B-LT or B-LTA, but it is '%s'".formatted(code)));
  }
}
