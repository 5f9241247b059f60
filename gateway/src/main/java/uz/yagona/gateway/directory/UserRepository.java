package uz.yagona.gateway.directory;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uz.yagona.gateway.GatewayDatabase;

/** Rows of {@code gateway.api_user}. */
@Component("gatewayUserRepository")
public final class UserRepository {
  private static final String FIND =
      "select username, name, email, password_hash from gateway.api_user where username = :username";
  private static final String INSERT =
      """
      insert into gateway.api_user (username, name, email, password_hash, created_at)
      values (:username, :name, :email, :hash, :now) on conflict do nothing""";
  private static final String UPDATE =
      """
      update gateway.api_user
      set name = :name, email = :email, password_hash = coalesce(:hash, password_hash)
      where username = :username""";
  private static final String DELETE = "delete from gateway.api_user where username = :username";

  private final JdbcClient jdbc;

  UserRepository(GatewayDatabase database) {
    jdbc = database.jdbc();
  }

  /**
   * A user.
   *
   * @param passwordHash with the algorithm in front, for Spring Security's encoders
   */
  public record User(
      String username, @Nullable String name, @Nullable String email, String passwordHash) {
    /** The hash stays out of log lines. */
    @Override
    public String toString() {
      return "User[" + username + "]";
    }
  }

  public Optional<User> find(String username) {
    return jdbc.sql(FIND).param("username", username).query(User.class).optional();
  }

  /** Whether the name was free. */
  boolean insert(User user, Instant now) {
    var inserted =
        jdbc.sql(INSERT)
            .param("username", user.username())
            .param("name", user.name())
            .param("email", user.email())
            .param("hash", user.passwordHash())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    return inserted > 0;
  }

  /**
   * Whether there is such a user.
   *
   * @param passwordHash {@code null} keeps the password
   */
  boolean update(
      String username,
      @Nullable String name,
      @Nullable String email,
      @Nullable String passwordHash) {
    var updated =
        jdbc.sql(UPDATE)
            .param("username", username)
            .param("name", name)
            .param("email", email)
            .param("hash", passwordHash)
            .update();
    return updated > 0;
  }

  boolean delete(String username) {
    return jdbc.sql(DELETE).param("username", username).update() > 0;
  }
}
