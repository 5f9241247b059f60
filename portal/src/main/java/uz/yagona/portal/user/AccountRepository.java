package uz.yagona.portal.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.portal.json.Json;

@Repository
class AccountRepository {
  private static final String FIND =
      """
      select user_name, subject_id, display_name, password_hash, is_enabled
      from portal.user_account
      where user_name = :userName
      """;
  private static final String FIND_BY_ISSUER =
      """
      select user_name from portal.user_account where issuer = :issuer and issuer_subject = :subject
      """;
  private static final String INSERT =
      """
      insert into portal.user_account (user_name, subject_id, display_name, password_hash, created_at)
      values (:userName, :subjectId, cast(:displayName as jsonb), :passwordHash, :createdAt)
      on conflict (user_name) do nothing
      """;
  private static final String LINK =
      """
      update portal.user_account set issuer = :issuer, issuer_subject = :subject
      where user_name = :userName
      """;

  private static final String CLOSE =
      """
      update portal.user_account
      set is_enabled = false, password_hash = null, issuer = null, issuer_subject = null
      where user_name = :userName
      """;

  private static final String ENABLE =
      """
      update portal.user_account set is_enabled = :isEnabled where user_name = :userName
      """;

  private final JdbcClient jdbc;

  AccountRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Account> find(String userName) {
    return jdbc.sql(FIND).param("userName", userName).query(AccountRepository::account).optional();
  }

  Optional<String> findUserName(String issuer, String subject) {
    return jdbc.sql(FIND_BY_ISSUER)
        .param("issuer", issuer)
        .param("subject", subject)
        .query(String.class)
        .optional();
  }

  /** Adds the account, or leaves the one that is there. */
  boolean insert(Account account, Instant createdAt) {
    var name = account.displayName();
    return jdbc.sql(INSERT)
            .param("userName", account.userName())
            .param("subjectId", account.subjectId())
            .param("displayName", name == null ? null : Json.write(name))
            .param("passwordHash", account.passwordHash())
            .param("createdAt", createdAt.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void link(String userName, String issuer, String subject) {
    jdbc.sql(LINK)
        .param("userName", userName)
        .param("issuer", issuer)
        .param("subject", subject)
        .update();
  }

  /** Ends the account for good; the name stays, because other rows refer to it. */
  void close(String userName) {
    jdbc.sql(CLOSE).param("userName", userName).update();
  }

  void enable(String userName, boolean isEnabled) {
    jdbc.sql(ENABLE).param("userName", userName).param("isEnabled", isEnabled).update();
  }

  private static Account account(ResultSet row, int index) throws SQLException {
    @Nullable String name = row.getString("display_name");
    return new Account(
        row.getString("user_name"),
        row.getObject("subject_id", UUID.class),
        name == null ? null : Json.readText(name),
        row.getString("password_hash"),
        row.getBoolean("is_enabled"));
  }
}
