package uz.yagona.portal.staff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.portal.request.Request;

/**
 * A case, ready to be shown.
 *
 * @param sections the applicant's answers by class of data, drawn by the forms library
 * @param stands names of the elements where the process is now
 * @param state marks for the diagram, as JSON; empty when there is no instance
 * @param register what the register said, {@code null} when it was not asked
 */
record CaseView(
    Request request,
    String title,
    Due due,
    List<Section> sections,
    List<Event> timeline,
    List<Answer> answers,
    List<PauseView> pauses,
    List<String> stands,
    String state,
    @Nullable Register register) {

  /**
   * Answers of one class.
   *
   * @param kind {@code content}, {@code person} or {@code general}
   */
  record Section(String kind, String html) {}

  /** Something that happened; {@code note} says more, and may be empty. */
  record Event(Instant at, String words, String actor, String note, boolean isWarning) {}

  /** What an official wrote in an earlier task, drawn by the forms library. */
  record Answer(String outcome, String words, String author, Instant at, String html) {}

  /** A time when the clock stood. */
  record PauseView(
      Instant from, @Nullable Instant until, Instant cureUntil, List<String> askedFields) {}

  /** {@code status} is {@code OK}, {@code DOWN} or {@code NOT_FOUND}. */
  record Register(String status, @Nullable Boolean isInZone, String planRef, String checkedAt) {}

  public boolean hasDiagram() {
    return !state.isEmpty();
  }
}
