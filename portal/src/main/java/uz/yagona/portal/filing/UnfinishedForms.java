package uz.yagona.portal.filing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.forms.file.UploadedFile;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.submission.Drafts;
import uz.yagona.forms.submission.Submission;
import uz.yagona.forms.submission.SubmissionResult;
import uz.yagona.portal.attachment.Attachments;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.vault.Vault;

/** Forms that people have begun: what they typed, sealed, and the files they chose. */
@Service
public class UnfinishedForms {
  private final DraftRepository drafts;
  private final Attachments attachments;
  private final Vault vault;
  private final PortalClock clock;

  UnfinishedForms(DraftRepository drafts, Attachments attachments, Vault vault, PortalClock clock) {
    this.drafts = drafts;
    this.attachments = attachments;
    this.vault = vault;
    this.clock = clock;
  }

  /** Removes everything that an erased person has begun. */
  @Transactional
  public void discardAll(UUID subjectId) {
    drafts.deleteAll(subjectId);
  }

  /** A new request that the person has begun. */
  @Transactional(readOnly = true)
  public Optional<UnfinishedForm> find(PortalUser user, String serviceCode) {
    return drafts.ofService(user.userName(), serviceCode);
  }

  /** An answer that the person has begun. */
  @Transactional(readOnly = true)
  public Optional<UnfinishedForm> find(PortalUser user, UUID requestId) {
    return drafts.ofRequest(user.userName(), requestId);
  }

  /** New requests that the person has begun, the last one first. */
  @Transactional(readOnly = true)
  public List<UnfinishedForm> of(PortalUser user) {
    return drafts.ofUser(user.userName());
  }

  /** The draft of a new request, made when there is none. */
  @Transactional
  public UnfinishedForm begin(PortalUser user, FormModel form) {
    if (find(user, form.key()).isEmpty()) {
      insert(user, form, null);
    }
    return find(user, form.key()).orElseThrow();
  }

  /** The draft of an answer, made when there is none. */
  @Transactional
  public UnfinishedForm begin(PortalUser user, FormModel form, UUID requestId) {
    if (find(user, requestId).isEmpty()) {
      insert(user, form, requestId);
    }
    return find(user, requestId).orElseThrow();
  }

  private void insert(PortalUser user, FormModel form, @Nullable UUID requestId) {
    var draftId = UUID.randomUUID();
    drafts.insert(
        new UnfinishedForm(
            draftId,
            user.userName(),
            form.key(),
            requestId,
            user.subjectId(),
            sealed(user.subjectId(), draftId, form, Submission.EMPTY),
            clock.instant()));
  }

  /** Keeps what was typed. */
  @Transactional
  public void save(UnfinishedForm draft, FormModel form, Submission sent) {
    drafts.update(
        draft.draftId(), sealed(draft.subjectId(), draft.draftId(), form, sent), clock.instant());
  }

  private byte[] sealed(UUID subjectId, UUID draftId, FormModel form, Submission sent) {
    return vault.seal(
        subjectId, place(draftId), Drafts.write(form, sent).getBytes(StandardCharsets.UTF_8));
  }

  /** What was typed, with the files kept so far. */
  @Transactional(readOnly = true)
  public Submission read(UnfinishedForm draft) {
    var json = vault.openOwn(draft.subjectId(), place(draft.draftId()), draft.sealedValues());
    return Drafts.read(new String(json, StandardCharsets.UTF_8)).withFiles(files(draft));
  }

  /** The files kept so far, by field. */
  @Transactional(readOnly = true)
  public Map<String, List<UploadedFile>> files(UnfinishedForm draft) {
    var files = new LinkedHashMap<String, List<UploadedFile>>();
    for (var kept : attachments.ofDraft(draft.draftId())) {
      files
          .computeIfAbsent(kept.fieldId(), field -> new ArrayList<>())
          .add(UploadedFile.stored(kept.name(), kept.size(), kept.attachmentId().toString()));
    }
    return files;
  }

  /** Keeps the files that passed the check and are not kept yet. */
  @Transactional
  public void keepFiles(UnfinishedForm draft, SubmissionResult result) {
    result
        .files()
        .forEach(
            (field, accepted) ->
                accepted.stream()
                    .filter(file -> file.reference() == null)
                    .forEach(
                        file -> attachments.keep(draft.draftId(), draft.subjectId(), field, file)));
  }

  /** Takes back a kept file; another person's or an unknown one is left alone. */
  @Transactional
  public void dropFile(UnfinishedForm draft, String reference) {
    attachments.ofDraft(draft.draftId()).stream()
        .filter(file -> file.attachmentId().toString().equals(reference))
        .forEach(file -> attachments.drop(draft.draftId(), file.attachmentId()));
  }

  /** Whether the draft may be sent now; nobody else can send it until the commit. */
  @Transactional
  public boolean lock(UnfinishedForm draft) {
    return drafts.lock(draft.draftId());
  }

  /** Forgets the draft and the files that were not handed over. */
  @Transactional
  public void delete(UnfinishedForm draft) {
    drafts.delete(draft.draftId());
  }

  private static String place(UUID draftId) {
    return "draft:" + draftId;
  }
}
