package uz.yagona.portal.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Language;

/** What a request holds when it is filed. */
public record NewRequest(
    UUID requestId,
    String serviceCode,
    String formKey,
    int formVersion,
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
    String applicant,
    UUID subjectId,
    String consentVersion,
    Instant filedAt) {}
