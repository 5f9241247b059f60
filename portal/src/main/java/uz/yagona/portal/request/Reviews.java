package uz.yagona.portal.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.portal.clock.PortalClock;
import uz.yagona.portal.json.Json;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Vault;

/** What officials wrote in their tasks; the texts are sealed with the applicant's key. */
@Service
public class Reviews {
  private static final String KIND = "review";

  private final ReviewRepository reviews;
  private final RequestRepository requests;
  private final Timeline timeline;
  private final Vault vault;
  private final PortalClock clock;

  Reviews(
      ReviewRepository reviews,
      RequestRepository requests,
      Timeline timeline,
      Vault vault,
      PortalClock clock) {
    this.reviews = reviews;
    this.requests = requests;
    this.timeline = timeline;
    this.vault = vault;
    this.clock = clock;
  }

  /** Keeps the answers of a task before it is completed; the same task again replaces them. */
  @Transactional
  public void store(
      UUID requestId,
      String taskKey,
      PortalUser author,
      String outcome,
      Map<String, ? extends @Nullable Object> answers) {
    var request =
        requests.find(requestId).orElseThrow(() -> new RequestNotFoundException(requestId));
    var before = reviews.find(taskKey).map(ReviewRepository.Row::answersId);
    var answersId = vault.put(request.subjectId(), KIND, Json.write(answers));
    reviews.put(
        new ReviewRepository.Row(
            taskKey, requestId, author.userName(), outcome, answersId, clock.instant()));
    before.ifPresent(old -> vault.delete(List.of(old)));
  }

  /** Keyed hashes of an official's texts for the journal, as {@code after.facts}. */
  @Transactional(readOnly = true)
  public Map<String, String> marks(
      UUID requestId, Map<String, ? extends @Nullable Object> answers) {
    var request =
        requests.find(requestId).orElseThrow(() -> new RequestNotFoundException(requestId));
    var marks = new TreeMap<String, String>();
    answers.forEach(
        (field, value) ->
            marks.put("after." + field, vault.mark(request.subjectId(), field, Json.write(value))));
    return marks;
  }

  /** The task was completed: the timeline may tell. Call after the engine has acknowledged. */
  @Transactional
  public void completed(UUID requestId, String taskKey) {
    reviews
        .find(taskKey)
        .ifPresent(
            review ->
                timeline.addOnce(
                    requestId,
                    kind(review.outcome()),
                    Map.of("outcome", review.outcome(), "by", review.author()),
                    "review:" + taskKey));
  }

  private static EventKind kind(String outcome) {
    return switch (outcome) {
      case "FORWARD" -> EventKind.FORWARDED;
      case "RETURN" -> EventKind.RETURNED;
      default -> EventKind.REVIEWED;
    };
  }

  /** Forgets the answers of a task that the engine did not let complete. */
  @Transactional
  public void discard(String taskKey) {
    var stored = reviews.find(taskKey);
    reviews.delete(taskKey);
    stored.map(ReviewRepository.Row::answersId).ifPresent(id -> vault.delete(List.of(id)));
  }

  /** Oldest first, texts opened; the read is journaled. */
  @Transactional
  public List<Review> of(UUID requestId, Access access) {
    return opened(reviews.ofRequest(requestId), access);
  }

  /** Oldest first, without texts. */
  @Transactional(readOnly = true)
  List<Review> sealedOf(UUID requestId) {
    return reviews.ofRequest(requestId).stream()
        .map(
            row ->
                new Review(
                    row.taskKey(),
                    row.requestId(),
                    row.author(),
                    row.outcome(),
                    row.storedAt(),
                    Map.of()))
        .toList();
  }

  /** The last question to the applicant. */
  @Transactional
  public Optional<Review> lastQuestion(UUID requestId, Access access) {
    return last(requestId, access, row -> row.outcome().equals("ASK"));
  }

  /** The last decision that was worked out: APPROVE or REFUSE. */
  @Transactional
  public Optional<Review> lastDecision(UUID requestId, Access access) {
    return last(requestId, access, Reviews::isDecision);
  }

  /** Who worked out the last decision; whoever signs must be somebody else. */
  @Transactional(readOnly = true)
  public Optional<String> author(UUID requestId) {
    return lastRow(requestId, Reviews::isDecision).map(ReviewRepository.Row::author);
  }

  private Optional<Review> last(
      UUID requestId, Access access, Predicate<ReviewRepository.Row> wanted) {
    return lastRow(requestId, wanted)
        .flatMap(row -> opened(List.of(row), access).stream().findFirst());
  }

  private Optional<ReviewRepository.Row> lastRow(
      UUID requestId, Predicate<ReviewRepository.Row> wanted) {
    return reviews.ofRequest(requestId).stream().filter(wanted).reduce((first, next) -> next);
  }

  private static boolean isDecision(ReviewRepository.Row row) {
    return row.outcome().equals("APPROVE") || row.outcome().equals("REFUSE");
  }

  private List<Review> opened(List<ReviewRepository.Row> rows, Access access) {
    var ids = rows.stream().map(ReviewRepository.Row::answersId).filter(Objects::nonNull).toList();
    var texts = new HashMap<UUID, String>(vault.read(ids, access));
    var opened = new ArrayList<Review>();
    for (var row : rows) {
      var json = row.answersId() == null ? null : texts.get(row.answersId());
      opened.add(
          new Review(
              row.taskKey(),
              row.requestId(),
              row.author(),
              row.outcome(),
              row.storedAt(),
              json == null ? Map.of() : Json.readObject(json)));
    }
    return opened;
  }
}
