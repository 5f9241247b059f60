package uz.yagona.portal.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.forms.file.AcceptedFile;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Vault;

/** Files of applicants: sealed with the person's key, first with a draft, then with its request. */
@Service
public class Attachments {
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final AttachmentRepository attachments;
  private final Vault vault;
  private final Journal journal;
  private final PortalClock clock;

  Attachments(AttachmentRepository attachments, Vault vault, Journal journal, PortalClock clock) {
    this.attachments = attachments;
    this.vault = vault;
    this.journal = journal;
    this.clock = clock;
  }

  /** Stores a checked file with the draft. */
  @Transactional
  public void keep(UUID draftId, UUID subjectId, String fieldId, AcceptedFile file) {
    var id = UUID.randomUUID();
    var bytes = bytes(file);
    var type = file.type();
    attachments.insert(
        draftId,
        new AttachmentRepository.Row(
            id,
            subjectId,
            fieldId,
            vault.seal(subjectId, namePlace(id), file.name().getBytes(StandardCharsets.UTF_8)),
            type == null ? UNKNOWN_TYPE : type.mediaType(),
            bytes.length,
            sha256(bytes),
            clock.instant()),
        vault.seal(subjectId, contentPlace(id), bytes));
  }

  /** Files of an unfinished form, for its owner. */
  @Transactional(readOnly = true)
  public List<Attachment> ofDraft(UUID draftId) {
    return attachments.ofDraft(draftId).stream().map(this::attachment).toList();
  }

  /** Files of a request; the caller journals that the case was opened. */
  @Transactional(readOnly = true)
  public List<Attachment> ofRequest(UUID requestId) {
    return attachments.ofRequest(requestId).stream().map(this::attachment).toList();
  }

  /** As {@link #ofRequest}, with a number for a name: nothing is opened. */
  @Transactional(readOnly = true)
  public List<Attachment> sealedOfRequest(UUID requestId) {
    return attachments.ofRequest(requestId).stream()
        .map(row -> attachment(row, row.attachmentId().toString()))
        .toList();
  }

  @Transactional(readOnly = true)
  public Optional<Attachment> find(UUID requestId, UUID attachmentId) {
    return ofRequest(requestId).stream()
        .filter(attachment -> attachment.attachmentId().equals(attachmentId))
        .findFirst();
  }

  /** The bytes; the download is journaled. */
  @Transactional
  public byte[] read(Attachment attachment, Access access) {
    journal.write(
        access.actor(),
        Action.DOWNLOAD,
        access.object(),
        Map.of(
            "purpose", access.purpose().name(),
            "attachment", attachment.attachmentId().toString()),
        attachment.subjectId());
    var sealed =
        attachments
            .content(attachment.attachmentId())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Expected the bytes of attachment %s, but there are none"
                            .formatted(attachment.attachmentId())));
    return vault.openOwn(attachment.subjectId(), contentPlace(attachment.attachmentId()), sealed);
  }

  /** Removes a file from an unfinished form. */
  @Transactional
  public void drop(UUID draftId, UUID attachmentId) {
    attachments.delete(draftId, attachmentId);
  }

  /** The draft's files become the request's. */
  @Transactional
  public void handOver(UUID draftId, UUID requestId) {
    attachments.handOver(draftId, requestId);
  }

  /** Empties every file of a person; gives how many there were. */
  @Transactional
  public int destroy(UUID subjectId) {
    return attachments.destroy(subjectId);
  }

  private Attachment attachment(AttachmentRepository.Row row) {
    var name = vault.openOwn(row.subjectId(), namePlace(row.attachmentId()), row.sealedName());
    return attachment(row, new String(name, StandardCharsets.UTF_8));
  }

  private static Attachment attachment(AttachmentRepository.Row row, String name) {
    return new Attachment(
        row.attachmentId(),
        row.subjectId(),
        row.fieldId(),
        name,
        row.mediaType(),
        row.size(),
        row.sha256(),
        row.addedAt());
  }

  private static byte[] bytes(AcceptedFile file) {
    try (var in = file.content().open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String namePlace(UUID id) {
    return "attachment-name:" + id;
  }

  private static String contentPlace(UUID id) {
    return "attachment:" + id;
  }
}
