package uz.yagona.portal.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code form_source} and {@code request_form}. */
@Repository
class FormSourceRepository {
  private static final String KEEP =
      """
      insert into portal.form_source (sha256, form_key, source, kept_at)
      values (:sha256, :formKey, :source, :at)
      on conflict (sha256) do nothing
      """;
  private static final String LINK =
      """
      insert into portal.request_form (request_id, form_key, sha256)
      values (:requestId, :formKey, :sha256)
      on conflict (request_id, form_key) do update set sha256 = excluded.sha256
      """;
  private static final String OF_REQUEST =
      """
      select f.form_key, s.source
      from portal.request_form f join portal.form_source s on s.sha256 = f.sha256
      where f.request_id = :requestId
      """;

  private final JdbcClient jdbc;

  FormSourceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a source once for all requests. */
  void keep(String sha256, String formKey, String source, Instant at) {
    jdbc.sql(KEEP)
        .param("sha256", sha256)
        .param("formKey", formKey)
        .param("source", source)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void link(UUID requestId, String formKey, String sha256) {
    jdbc.sql(LINK)
        .param("requestId", requestId)
        .param("formKey", formKey)
        .param("sha256", sha256)
        .update();
  }

  /** Sources by form key. */
  Map<String, String> of(UUID requestId) {
    var found = new HashMap<String, String>();
    jdbc.sql(OF_REQUEST)
        .param("requestId", requestId)
        .query(
            row -> {
              found.put(row.getString("form_key"), row.getString("source"));
            });
    return found;
  }
}
