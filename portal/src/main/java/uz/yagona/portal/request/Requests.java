package uz.yagona.portal.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.portal.attachment.Attachments;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Purpose;
import uz.yagona.portal.vault.Vault;

/** Requests, with and without their personal values. */
@Service
public class Requests {
  private static final int FIRST_MATCHES = 200;
  private static final int SHORTEST_PERSONAL = 9;
  private static final String COUNTRY = "998";

  private final RequestRepository requests;
  private final RequestValues values;
  private final Attachments attachments;
  private final Timeline timeline;
  private final PauseRepository pauses;
  private final Reviews reviews;
  private final EscalationRepository escalations;
  private final Vault vault;
  private final Journal journal;

  Requests(
      RequestRepository requests,
      RequestValues values,
      Attachments attachments,
      Timeline timeline,
      PauseRepository pauses,
      Reviews reviews,
      EscalationRepository escalations,
      Vault vault,
      Journal journal) {
    this.requests = requests;
    this.values = values;
    this.attachments = attachments;
    this.timeline = timeline;
    this.pauses = pauses;
    this.reviews = reviews;
    this.escalations = escalations;
    this.vault = vault;
    this.journal = journal;
  }

  @Transactional(readOnly = true)
  public Optional<Request> find(UUID requestId) {
    return requests.find(requestId);
  }

  @Transactional(readOnly = true)
  public Optional<Request> findByNumber(String number) {
    return requests.findByNumber(number);
  }

  /**
   * @throws RequestNotFoundException when there is none
   */
  @Transactional(readOnly = true)
  public Request get(UUID requestId) {
    return find(requestId).orElseThrow(() -> new RequestNotFoundException(requestId));
  }

  /**
   * The request of this applicant.
   *
   * @throws RequestNotFoundException also when it is somebody else's
   */
  @Transactional(readOnly = true)
  public Request getOwn(UUID requestId, PortalUser applicant) {
    return find(requestId)
        .filter(request -> request.applicant().equals(applicant.userName()))
        .orElseThrow(() -> new RequestNotFoundException(requestId));
  }

  /** By id, in one query; unknown ids are left out. */
  @Transactional(readOnly = true)
  public Map<UUID, Request> findAll(Collection<UUID> ids) {
    var found = new HashMap<UUID, Request>();
    if (!ids.isEmpty()) {
      requests.findAll(ids).forEach(request -> found.put(request.requestId(), request));
    }
    return found;
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public List<Request> ofApplicant(String userName, int limit, int offset) {
    return requests.ofApplicant(userName, limit, offset);
  }

  @Transactional(readOnly = true)
  public int countOfApplicant(String userName) {
    return requests.countOfApplicant(userName);
  }

  /**
   * Ids of requests whose number contains {@code text}, or whose cadastre number, PINFL, STIR or
   * phone is {@code text}; newest first. A search by a personal value is journaled, without the
   * value.
   */
  @Transactional
  public List<UUID> search(String text, PortalUser reader, int limit) {
    var wanted = text.strip();
    if (wanted.isEmpty()) {
      return List.of();
    }
    var digits = wanted.replaceAll("\\D", "");
    var vaultIds = new ArrayList<UUID>();
    if (digits.length() >= SHORTEST_PERSONAL) {
      var phone = digits.length() == SHORTEST_PERSONAL ? COUNTRY + digits : digits;
      vaultIds.addAll(vault.find("pinfl", digits, FIRST_MATCHES));
      vaultIds.addAll(vault.find("stir", digits, FIRST_MATCHES));
      vaultIds.addAll(vault.find("phone", phone, FIRST_MATCHES));
      journal.write(
          reader.userName(),
          Action.SEARCH_PERSONAL,
          "requests",
          Map.of("purpose", Purpose.SEARCH.name(), "found", String.valueOf(vaultIds.size())));
    }
    return requests.search(wanted, vaultIds, limit);
  }

  /**
   * Everything about a request; the read is journaled with its purpose. Of an erased person there
   * is nothing left to open.
   */
  @Transactional
  public CaseFile open(UUID requestId, PortalUser reader, Purpose purpose) {
    var request = get(requestId);
    if (vault.isErased(request.subjectId())) {
      return openSealed(requestId);
    }
    var access = new Access(reader.userName(), purpose, request.journalObject());
    var form = BundledForms.get(request.formKey());
    return new CaseFile(
        request,
        form,
        values.read(requestId, form, access),
        attachments.ofRequest(requestId),
        timeline.of(requestId),
        pauses.find(requestId),
        reviews.of(requestId, access),
        escalations.find(requestId));
  }

  /** When a final request was closed. */
  @Transactional(readOnly = true)
  public Instant closedAt(Request request) {
    return requests.closedAt(request.requestId());
  }

  /** Empties what could lead to an erased person; gives the ids of that person's requests. */
  @Transactional
  public List<UUID> forget(UUID subjectId) {
    return requests.forget(subjectId);
  }

  /**
   * As {@link #open}, but nothing personal is opened: keyed hashes stand for values, numbers for
   * names of files, and texts of officials are left out.
   */
  @Transactional(readOnly = true)
  public CaseFile openSealed(UUID requestId) {
    var request = get(requestId);
    var form = BundledForms.get(request.formKey());
    return new CaseFile(
        request,
        form,
        values.marked(request, form),
        vault.isErased(request.subjectId()) ? List.of() : attachments.sealedOfRequest(requestId),
        timeline.of(requestId),
        pauses.find(requestId),
        reviews.sealedOf(requestId),
        escalations.find(requestId));
  }

  /** Some answers only; the vault opens no others. */
  @Transactional
  public List<CaseValue> values(Request request, Collection<String> fieldIds, Access access) {
    return values.read(request.requestId(), BundledForms.get(request.formKey()), fieldIds, access);
  }

  @Transactional(readOnly = true)
  public List<Pause> pauses(UUID requestId) {
    return pauses.find(requestId);
  }
}
