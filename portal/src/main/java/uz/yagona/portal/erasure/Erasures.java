package uz.yagona.portal.erasure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.portal.erasure.ErasureException.Code;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;
import uz.yagona.portal.user.Users;

/**
 * The way of an erasure: asked by the person or by an officer, confirmed by one officer, done by
 * another. Legal holds are looked up anew at each step.
 */
@Service
public class Erasures {
  private static final int SHOWN = 200;
  private static final Set<String> REFUSALS = Set.of("HELD", "NOT_THE_PERSON");

  private final ErasureRepository erasures;
  private final LegalHolds holds;
  private final Shredder shredder;
  private final Users users;
  private final Journal journal;
  private final Clock clock = Clock.systemUTC();

  Erasures(
      ErasureRepository erasures,
      LegalHolds holds,
      Shredder shredder,
      Users users,
      Journal journal) {
    this.erasures = erasures;
    this.holds = holds;
    this.shredder = shredder;
    this.users = users;
    this.journal = journal;
  }

  /** Newest first, at most two hundred. */
  @Transactional(readOnly = true)
  public List<Erasure> newest() {
    return erasures.newest(SHOWN);
  }

  /**
   * @throws NotFoundException when there is none
   */
  @Transactional(readOnly = true)
  public Erasure get(UUID erasureId) {
    return erasures
        .find(erasureId)
        .orElseThrow(
            () -> new NotFoundException("Expected erasure " + erasureId + ", but found none"));
  }

  /** The last one of this person. */
  @Transactional(readOnly = true)
  public Optional<Erasure> latestOf(PortalUser person) {
    return erasures.latestOf(person.subjectId());
  }

  /** What must still be kept of this person; empty when nothing must. */
  @Transactional(readOnly = true)
  public List<Hold> holds(String userName) {
    return holds.of(userName);
  }

  /**
   * Notes the wish. An officer's wish for somebody else counts as the first confirmation.
   *
   * @throws ErasureException when the person is unknown, erased, or one is open
   */
  @Transactional
  public Erasure ask(String userName, ErasureGround ground, PortalUser asker) {
    var isOwn = asker.userName().equals(userName);
    if (!isOwn) {
      requireOfficer(asker);
    }
    var person =
        users
            .find(userName.strip())
            .filter(user -> user.has(Role.CITIZEN))
            .orElseThrow(
                () ->
                    new ErasureException(
                        Code.UNKNOWN_PERSON, "Expected an applicant, but found no such account"));
    var now = clock.instant();
    var erasure =
        new Erasure(
            UUID.randomUUID(),
            person.userName(),
            person.subjectId(),
            ground,
            isOwn ? ErasureState.REQUESTED : ErasureState.CONFIRMED,
            asker.userName(),
            now,
            isOwn ? null : asker.userName(),
            isOwn ? null : now,
            null,
            null,
            null,
            null);
    if (!erasures.insert(erasure)) {
      throw new ErasureException(
          Code.OPEN_ALREADY, "Expected no open erasure of this person, but there is one");
    }
    note(erasure, asker.userName(), null, erasure.state());
    return erasure;
  }

  /**
   * Confirms it; the second confirmation, by another officer, destroys the key.
   *
   * @throws ErasureException when it is closed, held, or the officer is the same
   * @throws uz.yagona.portal.signing.SigningUnavailableException when documents cannot be destroyed
   *     now; then nothing is
   */
  @Transactional
  public Erasure confirm(UUID erasureId, PortalUser officer) {
    requireOfficer(officer);
    var erasure = open(erasureId);
    if (officer.userName().equals(erasure.firstBy())
        || officer.userName().equals(erasure.askedBy())) {
      throw new ErasureException(
          Code.SAME_OFFICER, "Expected another officer than the one who has confirmed it");
    }
    var held = holds.of(erasure.userName());
    if (!held.isEmpty()) {
      throw new ErasureException(
          Code.HELD, "Expected nothing that must be kept, but found " + held.size() + " cases");
    }
    if (erasure.state() == ErasureState.REQUESTED) {
      erasures.confirm(erasureId, officer.userName(), clock.instant());
      note(erasure, officer.userName(), erasure.state(), ErasureState.CONFIRMED);
    } else {
      destroy(erasure, officer);
    }
    return get(erasureId);
  }

  private void destroy(Erasure erasure, PortalUser officer) {
    var lost = shredder.destroy(erasure);
    erasures.finish(erasure.erasureId(), officer.userName(), clock.instant(), lost);
    journal.write(
        officer.userName(),
        Action.ERASE_PERSONAL,
        erasure.journalObject(),
        Map.of(
            "before.state", erasure.state().name(),
            "after.state", ErasureState.DONE.name(),
            "ground", erasure.ground().name(),
            "first", String.valueOf(erasure.firstBy()),
            "second", officer.userName(),
            "values", String.valueOf(lost.values()),
            "files", String.valueOf(lost.files()),
            "documents", String.valueOf(lost.documents())),
        erasure.subjectId());
  }

  /**
   * Refuses it; one officer is enough, for nothing is lost by it.
   *
   * @param reason {@code HELD} or {@code NOT_THE_PERSON}
   * @throws IllegalArgumentException for another reason
   */
  @Transactional
  public Erasure refuse(UUID erasureId, String reason, PortalUser officer) {
    requireOfficer(officer);
    if (!REFUSALS.contains(reason)) {
      throw new IllegalArgumentException(
          "Expected a reason of %s, but found '%s'".formatted(REFUSALS, reason));
    }
    var erasure = open(erasureId);
    erasures.refuse(erasureId, officer.userName(), clock.instant(), reason);
    note(erasure, officer.userName(), erasure.state(), ErasureState.REFUSED);
    return get(erasureId);
  }

  private Erasure open(UUID erasureId) {
    return erasures
        .lock(erasureId)
        .map(
            erasure -> {
              if (!erasure.state().isOpen()) {
                throw new ErasureException(
                    Code.CLOSED,
                    "Expected an open erasure, but %s is %s".formatted(erasureId, erasure.state()));
              }
              return erasure;
            })
        .orElseThrow(
            () -> new NotFoundException("Expected erasure " + erasureId + ", but found none"));
  }

  private static void requireOfficer(PortalUser user) {
    if (!user.has(Role.DATA_OFFICER)) {
      throw new AccessDeniedException(
          "Expected a data protection officer, but %s is none".formatted(user.userName()));
    }
  }

  private void note(Erasure erasure, String by, @Nullable ErasureState before, ErasureState after) {
    journal.write(
        by,
        Action.ERASURE,
        erasure.journalObject(),
        Map.of(
            "before.state", before == null ? "" : before.name(),
            "after.state", after.name(),
            "ground", erasure.ground().name()),
        erasure.subjectId());
  }
}
