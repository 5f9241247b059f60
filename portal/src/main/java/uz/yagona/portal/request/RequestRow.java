package uz.yagona.portal.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.Language;
import uz.yagona.portal.law.LegalStatus;

/** Reads a row of {@code request}. */
final class RequestRow {
  static final String COLUMNS =
      """
      request_id, number, service_code, form_key, case_type, sub_type, topic, region, district,
      complained_body, cadastre_no, is_vulnerable, is_repeat, language, state, applicant,
      subject_id, filed_at, due_at, at50, at80, due_date, legal_ref, legal_status, document_id,
      document_number, document_sha256, is_document_signed, document_signed_at, document_signer,
      document_level, withdrawal_asked_at""";

  private RequestRow() {}

  static Request read(ResultSet row, int index) throws SQLException {
    return new Request(
        row.getObject("request_id", UUID.class),
        row.getString("number"),
        row.getString("service_code"),
        row.getString("form_key"),
        row.getString("case_type"),
        row.getString("sub_type"),
        row.getString("topic"),
        row.getString("region"),
        row.getString("district"),
        row.getString("complained_body"),
        row.getString("cadastre_no"),
        row.getBoolean("is_vulnerable"),
        row.getBoolean("is_repeat"),
        Language.of(row.getString("language")),
        RequestState.valueOf(row.getString("state")),
        row.getString("applicant"),
        row.getObject("subject_id", UUID.class),
        moment(row, "filed_at"),
        deadline(row),
        document(row),
        momentOrNull(row, "withdrawal_asked_at"));
  }

  private static @Nullable Deadline deadline(ResultSet row) throws SQLException {
    return row.getObject("due_at") == null
        ? null
        : new Deadline(
            moment(row, "due_at"),
            moment(row, "at50"),
            moment(row, "at80"),
            row.getObject("due_date", LocalDate.class),
            row.getString("legal_ref"),
            LegalStatus.valueOf(row.getString("legal_status")));
  }

  private static @Nullable DocumentReference document(ResultSet row) throws SQLException {
    return row.getObject("document_id") == null
        ? null
        : new DocumentReference(
            row.getString("document_id"),
            row.getString("document_number"),
            row.getString("document_sha256"),
            row.getBoolean("is_document_signed"),
            momentOrNull(row, "document_signed_at"),
            row.getString("document_signer"),
            row.getString("document_level"));
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
