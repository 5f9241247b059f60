package uz.yagona.signing.document;

import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.signing.Language;
import uz.yagona.signing.SigningProperties;
import uz.yagona.signing.pki.TrustedTime;

/** The register of documents; each method is one transaction. */
@Service
public class Documents {
  private final DocumentRepository documents;
  private final DocumentNumberRepository numbers;
  private final Contents contents;
  private final SignatureRepository signatures;
  private final AugmentationRepository augmentations;
  private final SigningPlanRepository plans;
  private final AttachedSignatureRepository attached;
  private final TransactionTemplate transaction;
  private final TrustedTime time;
  private final ZoneId zone;

  Documents(
      DocumentRepository documents,
      DocumentNumberRepository numbers,
      Contents contents,
      SignatureRepository signatures,
      AugmentationRepository augmentations,
      SigningPlanRepository plans,
      AttachedSignatureRepository attached,
      PlatformTransactionManager transactions,
      TrustedTime time,
      SigningProperties properties) {
    this.documents = documents;
    this.numbers = numbers;
    this.contents = contents;
    this.signatures = signatures;
    this.augmentations = augmentations;
    this.plans = plans;
    this.attached = attached;
    this.transaction = new TransactionTemplate(transactions);
    this.time = time;
    this.zone = properties.zone();
  }

  /**
   * What a draft is made for.
   *
   * @param jobKey a second draft for the same request and job is not made
   * @param plan whose signatures it needs; {@code null} for one of whoever is entitled
   */
  public record Order(
      String template,
      String requestId,
      String requestNumber,
      Language language,
      long jobKey,
      @Nullable SigningPlan plan) {}

  /** A new document before its file exists. */
  public record Blank(UUID documentId, String documentNumber, java.time.Instant createdAt) {}

  /** A file with a new signature on it. */
  public record Signed(byte[] content, Signature signature) {}

  /** The document that a job has made already. */
  public Optional<Document> madeBy(String requestId, long jobKey) {
    return documents.madeBy(requestId, jobKey);
  }

  /**
   * Gives the next number, stores the file that {@code draw} makes for it, and lets it take the
   * place of the request's other drafts. When {@code draw} fails, the number is given to the next.
   */
  public Document draft(Order order, Function<Blank, byte[]> draw) {
    return committed(
        () -> {
          var now = time.now();
          var number = numbers.next(now.atZone(zone).getYear());
          var blank = new Blank(UUID.randomUUID(), number, now);
          var sha256 = contents.add(draw.apply(blank));
          var document =
              new Document(
                  blank.documentId(),
                  number,
                  order.template(),
                  order.requestId(),
                  order.requestNumber(),
                  order.language(),
                  order.jobKey(),
                  sha256,
                  null,
                  now,
                  null,
                  null,
                  order.plan() == null ? 1 : order.plan().missing(Set.of()));
          documents.add(document);
          if (order.plan() != null) {
            plans.add(document.documentId(), order.plan());
          }
          documents.supersedeOthers(order.requestId(), document.documentId(), false);
          return document;
        });
  }

  /**
   * Adds the signature that {@code sign} makes, while the document is locked; not called when
   * {@code existing} finds the signature among those on record. With the last signature of its plan
   * the document comes into force and takes the place of the request's others.
   *
   * @throws NoSuchElementException when there is no such document
   */
  public Signature sign(
      UUID documentId,
      Function<List<Signature>, Optional<Signature>> existing,
      Function<Document, Signed> sign) {
    return committed(
        () -> {
          var document = documents.lock(documentId).orElseThrow(() -> unknown(documentId));
          var found = existing.apply(signatures.of(documentId));
          if (found.isPresent()) {
            return found.get();
          }
          var signed = sign.apply(document);
          var signature = signed.signature();
          contents.add(signed.content());
          signatures.add(documentId, signature);
          var open = open(documentId);
          documents.sign(documentId, signature.outputSha256(), signature.signedAt(), open);
          if (open == 0) {
            documents.supersedeOthers(document.requestId(), documentId, true);
          }
          return signature;
        });
  }

  /** A file with proof added behind its signatures. */
  public record Augmented(byte[] content, Augmentation augmentation) {}

  /**
   * Adds proof behind the signatures by {@code augment}, while the document is locked; not called
   * when the job has done so already.
   *
   * @throws NoSuchElementException when there is no such document
   */
  public Augmentation augment(UUID documentId, long jobKey, Function<Document, Augmented> augment) {
    return committed(
        () -> {
          var document = documents.lock(documentId).orElseThrow(() -> unknown(documentId));
          var found = augmentations.madeBy(documentId, jobKey);
          if (found.isPresent()) {
            return found.get();
          }
          var augmented = augment.apply(document);
          var augmentation = augmented.augmentation();
          contents.add(augmented.content());
          augmentations.add(documentId, augmentation);
          var signedAt = document.signedAt() == null ? time.now() : document.signedAt();
          documents.sign(
              documentId, augmentation.outputSha256(), signedAt, document.openSignatures());
          return augmentation;
        });
  }

  /** A document by its id. */
  public Optional<Document> find(UUID documentId) {
    return documents.find(documentId);
  }

  /** A document by its number. */
  public Optional<Document> withNumber(String documentNumber) {
    return documents.withNumber(documentNumber);
  }

  /** A file of any document, by its digest; also one that later signatures were added to. */
  public Optional<FileOnRecord> file(String sha256) {
    return documents.file(sha256);
  }

  /** Whose signatures the document needs; empty when one is enough. */
  public Optional<SigningPlan> plan(UUID documentId) {
    return plans.of(documentId);
  }

  /** Names of the fields that hold a signature. */
  public Set<String> signedFields(UUID documentId) {
    return signatures.of(documentId).stream().map(Signature::field).collect(Collectors.toSet());
  }

  /** Puts a signature beside the document's PDF; joins the running transaction. */
  public void attach(UUID documentId, byte[] content, AttachedSignature signature) {
    transaction.executeWithoutResult(
        status -> {
          contents.add(content);
          attached.add(documentId, signature);
        });
  }

  /** Signatures beside the document's PDF, in the order in which they were checked. */
  public List<AttachedSignature> attached(UUID documentId) {
    return attached.of(documentId);
  }

  private int open(UUID documentId) {
    return plans.of(documentId).map(plan -> plan.missing(signedFields(documentId))).orElse(0);
  }

  /** The document's signatures in the order in which they were made. */
  public List<Signature> signatures(UUID documentId) {
    return signatures.of(documentId);
  }

  /** A file on record. */
  public byte[] content(String sha256) {
    return contents
        .find(sha256)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected the file %s of a document, but it is missing".formatted(sha256)));
  }

  /** As {@link #content}, empty when the file was erased. */
  public Optional<byte[]> findContent(String sha256) {
    return contents.find(sha256);
  }

  /**
   * Empties every file of a request's documents, drafts and earlier states too; numbers, digests
   * and signatures stay on record. Gives how many documents were not empty before.
   */
  public int eraseFiles(String requestId) {
    return committed(
        () -> {
          var open =
              documents.ofRequest(requestId).stream()
                  .filter(document -> contents.isThere(document.draftSha256()))
                  .toList();
          open.forEach(document -> contents.erase(documents.digests(document.documentId())));
          return open.size();
        });
  }

  /** Removes what interrupted work left in the store of files; gives the number of objects. */
  public int removeOrphans() {
    return committed(contents::removeOrphans);
  }

  private static NoSuchElementException unknown(UUID documentId) {
    return new NoSuchElementException(
        "Expected document %s on record, but there is none".formatted(documentId));
  }

  private <T> T committed(java.util.function.Supplier<T> work) {
    var result = transaction.execute(status -> work.get());
    if (result == null) {
      throw new IllegalStateException("Expected a result of the transaction, but there is none");
    }
    return result;
  }
}
