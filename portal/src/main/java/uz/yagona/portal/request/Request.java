package uz.yagona.portal.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Language;

/**
 * A request without any personal value.
 *
 * @param number {@code null} until registered
 * @param caseType {@code APPEAL} or {@code SERVICE}
 * @param region SOATO, 4 digits
 * @param district SOATO, 7 digits
 * @param applicant user name
 * @param subjectId the applicant in the vault
 * @param withdrawalAskedAt the applicant has withdrawn, the process has not said so yet
 */
public record Request(
    UUID requestId,
    @Nullable String number,
    String serviceCode,
    String formKey,
    String caseType,
    String subType,
    String topic,
    String region,
    String district,
    @Nullable String complainedBody,
    @Nullable String cadastreNo,
    boolean vulnerable,
    boolean repeat,
    Language language,
    RequestState state,
    String applicant,
    UUID subjectId,
    Instant filedAt,
    @Nullable Deadline deadline,
    @Nullable DocumentReference document,
    @Nullable Instant withdrawalAskedAt) {

  /** Name of the request in the journal. */
  public String journalObject() {
    return "request:" + requestId;
  }

  /** Whether the applicant may still take it back. */
  public boolean isWithdrawable() {
    return !state.isFinal() && withdrawalAskedAt == null;
  }
}
