package uz.yagona.portal.request;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RequestRepository {
  private static final String INSERT =
      """
      insert into portal.request
        (request_id, service_code, form_key, form_version, case_type, sub_type, topic, region,
         district, complained_body, cadastre_no, is_vulnerable, is_repeat, language, state,
         applicant, subject_id, consent_version, filed_at)
      values
        (:requestId, :serviceCode, :formKey, :formVersion, :caseType, :subType, :topic, :region,
         :district, :complainedBody, :cadastreNo, :vulnerable, :repeat, :language, 'FILED',
         :applicant, :subjectId, :consentVersion, :filedAt)
      """;
  private static final String FIND =
      "select %s from portal.request where request_id = :requestId".formatted(RequestRow.COLUMNS);
  private static final String LOCK = FIND + " for update";
  private static final String FIND_ALL =
      "select %s from portal.request where request_id = any (:ids)".formatted(RequestRow.COLUMNS);
  private static final String OF_APPLICANT =
      """
      select %s from portal.request where applicant = :applicant
      order by filed_at desc limit :limit offset :offset
      """
          .formatted(RequestRow.COLUMNS);
  private static final String COUNT_OF_APPLICANT =
      """
      select count(*) from portal.request where applicant = :applicant
      """;
  private static final String HAS_SIMILAR =
      """
      select exists (
        select 1 from portal.request
        where applicant = :applicant and topic = :topic and filed_at >= :since)
      """;
  private static final String SEARCH =
      """
      select request_id from portal.request
      where number ilike :pattern escape '\\' or cadastre_no = :text
        or request_id in (
          select request_id from portal.request_value where vault_value_id = any (:vaultIds))
      order by filed_at desc limit :limit
      """;
  private static final String PUT_NUMBER =
      """
      update portal.request set number = :number, registered_at = :at where request_id = :requestId
      """;
  private static final String PUT_DEADLINE =
      """
      update portal.request
      set due_at = :dueAt, at50 = :at50, at80 = :at80, due_date = :dueDate,
        legal_ref = :legalRef, legal_status = :legalStatus
      where request_id = :requestId
      """;
  private static final String PUT_STATE =
      """
      update portal.request
      set state = :state, closed_at = case when :isFinal then :at else closed_at end
      where request_id = :requestId
      """;
  private static final String PUT_DOCUMENT =
      """
      update portal.request
      set document_id = :documentId, document_number = :documentNumber, document_sha256 = :sha256,
        is_document_signed = :signed, document_signed_at = :signedAt, document_signer = :signer,
        document_level = :level
      where request_id = :requestId
      """;
  private static final String ASK_WITHDRAWAL =
      """
      update portal.request set withdrawal_asked_at = :at where request_id = :requestId
      """;
  private static final String REPLACE_FACTS =
      """
      update portal.request
      set region = :region, district = :district, cadastre_no = :cadastreNo
      where request_id = :requestId
      """;

  private static final String FIND_BY_NUMBER =
      "select %s from portal.request where number = :number".formatted(RequestRow.COLUMNS);
  private static final String FORGET =
      """
      update portal.request set cadastre_no = null, complained_body = null
      where subject_id = :subjectId returning request_id
      """;
  private static final String CLOSED_AT =
      """
      select coalesce(closed_at, filed_at) from portal.request where request_id = :requestId
      """;

  private final JdbcClient jdbc;

  RequestRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(NewRequest request) {
    jdbc.sql(INSERT)
        .param("requestId", request.requestId())
        .param("serviceCode", request.serviceCode())
        .param("formKey", request.formKey())
        .param("formVersion", request.formVersion())
        .param("caseType", request.caseType())
        .param("subType", request.subType())
        .param("topic", request.topic())
        .param("region", request.region())
        .param("district", request.district())
        .param("complainedBody", request.complainedBody())
        .param("cadastreNo", request.cadastreNo())
        .param("vulnerable", request.vulnerable())
        .param("repeat", request.repeat())
        .param("language", request.language().tag())
        .param("applicant", request.applicant())
        .param("subjectId", request.subjectId())
        .param("consentVersion", request.consentVersion())
        .param("filedAt", utc(request.filedAt()))
        .update();
  }

  Optional<Request> find(UUID requestId) {
    return jdbc.sql(FIND).param("requestId", requestId).query(RequestRow::read).optional();
  }

  /** The request, locked until the caller's transaction ends. */
  Optional<Request> lock(UUID requestId) {
    return jdbc.sql(LOCK).param("requestId", requestId).query(RequestRow::read).optional();
  }

  List<Request> findAll(Collection<UUID> ids) {
    return jdbc.sql(FIND_ALL).param("ids", ids.toArray(UUID[]::new)).query(RequestRow::read).list();
  }

  /** Newest first. */
  List<Request> ofApplicant(String applicant, int limit, int offset) {
    return jdbc.sql(OF_APPLICANT)
        .param("applicant", applicant)
        .param("limit", limit)
        .param("offset", offset)
        .query(RequestRow::read)
        .list();
  }

  int countOfApplicant(String applicant) {
    return jdbc.sql(COUNT_OF_APPLICANT).param("applicant", applicant).query(Integer.class).single();
  }

  boolean hasSimilar(String applicant, String topic, Instant since) {
    return jdbc.sql(HAS_SIMILAR)
        .param("applicant", applicant)
        .param("topic", topic)
        .param("since", utc(since))
        .query(Boolean.class)
        .single();
  }

  /** By part of the number, by cadastre number, or by references into the vault; newest first. */
  List<UUID> search(String text, Collection<UUID> vaultIds, int limit) {
    var escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return jdbc.sql(SEARCH)
        .param("pattern", "%" + escaped + "%")
        .param("text", text)
        .param("vaultIds", vaultIds.toArray(UUID[]::new))
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  void putNumber(UUID requestId, String number, Instant at) {
    jdbc.sql(PUT_NUMBER)
        .param("requestId", requestId)
        .param("number", number)
        .param("at", utc(at))
        .update();
  }

  void putDeadline(UUID requestId, Deadline deadline) {
    jdbc.sql(PUT_DEADLINE)
        .param("requestId", requestId)
        .param("dueAt", utc(deadline.dueAt()))
        .param("at50", utc(deadline.at50()))
        .param("at80", utc(deadline.at80()))
        .param("dueDate", deadline.dueDate())
        .param("legalRef", deadline.legalRef())
        .param("legalStatus", deadline.legalStatus().name())
        .update();
  }

  void putState(UUID requestId, RequestState state, Instant at) {
    jdbc.sql(PUT_STATE)
        .param("requestId", requestId)
        .param("state", state.name())
        .param("isFinal", state.isFinal())
        .param("at", utc(at))
        .update();
  }

  void putDocument(UUID requestId, DocumentReference document) {
    var signedAt = document.signedAt();
    jdbc.sql(PUT_DOCUMENT)
        .param("requestId", requestId)
        .param("documentId", document.documentId())
        .param("documentNumber", document.documentNumber())
        .param("sha256", document.sha256())
        .param("signed", document.signed())
        .param("signedAt", signedAt == null ? null : utc(signedAt))
        .param("signer", document.signer())
        .param("level", document.level())
        .update();
  }

  void askWithdrawal(UUID requestId, Instant at) {
    jdbc.sql(ASK_WITHDRAWAL).param("requestId", requestId).param("at", utc(at)).update();
  }

  void replaceFacts(UUID requestId, String region, String district, @Nullable String cadastreNo) {
    jdbc.sql(REPLACE_FACTS)
        .param("requestId", requestId)
        .param("region", region)
        .param("district", district)
        .param("cadastreNo", cadastreNo)
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /** Empties what could lead to the person; gives the ids of the person's requests. */
  List<UUID> forget(UUID subjectId) {
    return jdbc.sql(FORGET).param("subjectId", subjectId).query(UUID.class).list();
  }

  /** When it was closed; for requests of older versions, when it was filed. */
  Instant closedAt(UUID requestId) {
    return jdbc.sql(CLOSED_AT)
        .param("requestId", requestId)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  Optional<Request> findByNumber(String number) {
    return jdbc.sql(FIND_BY_NUMBER).param("number", number).query(RequestRow::read).optional();
  }
}
