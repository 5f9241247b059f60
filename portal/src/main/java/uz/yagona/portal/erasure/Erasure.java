package uz.yagona.portal.erasure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish that a person's data be erased, and what became of it.
 *
 * @param userName the account of that person
 * @param askedBy the person, or an officer for them
 * @param firstBy officer who confirmed it first
 * @param secondBy another officer, who erased or refused
 * @param refusal code of why it was refused
 * @param lost what was destroyed; {@code null} until then
 */
public record Erasure(
    UUID erasureId,
    String userName,
    UUID subjectId,
    ErasureGround ground,
    ErasureState state,
    String askedBy,
    Instant askedAt,
    @Nullable String firstBy,
    @Nullable Instant firstAt,
    @Nullable String secondBy,
    @Nullable Instant secondAt,
    @Nullable String refusal,
    @Nullable Lost lost) {

  /** How many values, files of the person and documents cannot be read any more. */
  public record Lost(int values, int files, int documents) {}

  /** Name of the erasure in the journal. */
  public String journalObject() {
    return "erasure:" + erasureId;
  }
}
