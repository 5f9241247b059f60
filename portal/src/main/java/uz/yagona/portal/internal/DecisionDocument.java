package uz.yagona.portal.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What D-28 prints, every name in {@code language}; docs/internal-api.md. */
record DecisionDocument(
    String requestId,
    @Nullable String number,
    Instant filedAt,
    @Nullable LocalDate dueDate,
    String language,
    String serviceCode,
    String serviceName,
    String caseType,
    String subType,
    String subTypeName,
    String topicName,
    String regionName,
    String districtName,
    Applicant applicant,
    Body body,
    Executor executor,
    String outcome,
    String facts,
    String norm,
    String decision,
    @Nullable String cure,
    String appealText,
    @Nullable Certificate certificate) {

  /** {@code kind} is {@code PERSON} or {@code ORGANISATION}. */
  record Applicant(String kind, String name) {}

  record Body(String code, String name) {}

  record Executor(String userName, String displayName, String position) {}

  /**
   * What the register says.
   *
   * @param inZone {@code null} when the register gave no answer
   */
  record Certificate(
      @Nullable String cadastreNo,
      @Nullable String address,
      @Nullable Boolean inZone,
      @Nullable String planRef,
      @Nullable String checkedAt) {}
}
