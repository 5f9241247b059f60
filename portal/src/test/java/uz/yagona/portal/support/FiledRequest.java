package uz.yagona.portal.support;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.portal.json.Json;
import uz.yagona.portal.user.Users;
import uz.yagona.portal.vault.Vault;

/** Puts a request of {@code aziza} into the database, as filing and the workers leave it. */
public final class FiledRequest {
  private static final String INSERT =
      """
      insert into portal.request (request_id, number, registered_at, service_code, form_key, form_version, case_type,
        sub_type, topic, region, district, is_vulnerable, is_repeat, language, state, applicant, subject_id,
        consent_version, filed_at, due_at, at50, at80, due_date, legal_ref, legal_status)
      values (:id, :number, :filedAt, 'murojaat', 'murojaat', 1, 'APPEAL', 'SHIKOYAT', 'LAND', '1726', '1726262',
        true, false, 'uz-Latn', :state, 'aziza', :subject, '1', :filedAt, :dueAt, :dueAt, :dueAt, :dueDate,
        'OʻRQ-445, 16-modda', 'UNVERIFIED')
      """;
  private static final String VALUE =
      """
      insert into portal.request_value (request_id, field_id, data_class, value, vault_value_id)
      values (:id, :field, :class, cast(:value as jsonb), :vault)
      """;

  private FiledRequest() {}

  /**
   * @param text of the appeal
   */
  public static UUID put(
      RunningPortal portal, String number, String state, LocalDate due, String text) {
    var id = UUID.randomUUID();
    var jdbc = portal.bean(JdbcClient.class);
    var subject = portal.bean(Users.class).find("aziza").orElseThrow().subjectId();
    var dueAt = Timestamp.from(due.atTime(18, 0).toInstant(java.time.ZoneOffset.ofHours(5)));
    portal
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              jdbc.sql(INSERT)
                  .param("id", id)
                  .param("number", number)
                  .param("state", state)
                  .param("subject", subject)
                  .param("filedAt", Timestamp.from(Instant.parse("2026-11-24T05:12:00Z")))
                  .param("dueAt", dueAt)
                  .param("dueDate", due)
                  .update();
              values(text).forEach((field, value) -> value(portal, id, subject, field, value));
            });
    return id;
  }

  private static Map<String, Object> values(String text) {
    return Map.of(
        "subType", "SHIKOYAT",
        "topic", "LAND",
        "applicantKind", "PERSON",
        "pinfl", "31210932040247",
        "name", "Aziza Karimova",
        "phone", "+998901234567",
        "region", "1726",
        "district", "1726262",
        "text", text,
        "answerChannel", "PORTAL");
  }

  private static void value(
      RunningPortal portal, UUID id, UUID subject, String field, Object value) {
    var dataClass = BundledForms.get("murojaat").personalDataClass(field);
    @Nullable UUID vault =
        dataClass.mayBeProcessVariable()
            ? null
            : portal.bean(Vault.class).put(subject, field, Json.write(value));
    portal
        .bean(JdbcClient.class)
        .sql(VALUE)
        .param("id", id)
        .param("field", field)
        .param("class", dataClass.name())
        .param("value", vault == null ? Json.write(value) : null)
        .param("vault", vault)
        .update();
  }
}
