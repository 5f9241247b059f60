package uz.yagona.signing.portal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What D-28 prints. All names are in {@code language}.
 *
 * @param caseType {@code APPEAL} or {@code SERVICE}
 * @param outcome {@code APPROVE} or {@code REFUSE}
 * @param cure how to put it right; with {@code REFUSE} only
 * @param certificate what is certified; with {@code SERVICE} only
 */
public record DecisionDocument(
    String requestId,
    String number,
    OffsetDateTime filedAt,
    @Nullable LocalDate dueDate,
    String language,
    String serviceCode,
    String serviceName,
    String caseType,
    @Nullable String subType,
    @Nullable String subTypeName,
    @Nullable String topicName,
    @Nullable String regionName,
    @Nullable String districtName,
    Applicant applicant,
    Body body,
    Official executor,
    String outcome,
    @Nullable String facts,
    @Nullable String norm,
    @Nullable String decision,
    @Nullable String cure,
    @Nullable String appealText,
    @Nullable Certificate certificate) {

  /** Who asked; {@code kind} is {@code PERSON} or {@code ORGANISATION}. */
  public record Applicant(@Nullable String kind, String name) {}

  /** The body that decides. */
  public record Body(String code, String name) {}

  /** An official of the body. */
  public record Official(String userName, String displayName, String position) {}

  /**
   * What a register says about a property.
   *
   * @param inZone whether it lies in a zone of planned demolition; {@code null} is not known
   */
  public record Certificate(
      @Nullable String cadastreNo,
      @Nullable String address,
      @Nullable Boolean inZone,
      @Nullable String planRef,
      @Nullable OffsetDateTime checkedAt) {}

  /** Whether a public service was asked for, not an appeal made. */
  public boolean isService() {
    return "SERVICE".equals(caseType);
  }

  /** Whether the applicant gets what was asked for. */
  public boolean isApproved() {
    return "APPROVE".equals(outcome);
  }
}
