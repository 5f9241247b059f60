package uz.yagona.portal.user;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoleRepository {
  private static final String FIND =
      """
      select role from portal.user_role where user_name = :userName
      """;
  private static final String INSERT =
      """
      insert into portal.user_role (user_name, role) values (:userName, :role) on conflict do nothing
      """;
  private static final String DELETE =
      """
      delete from portal.user_role where user_name = :userName
      """;

  private final JdbcClient jdbc;

  RoleRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<Role> find(String userName) {
    return new HashSet<>(
        jdbc.sql(FIND)
            .param("userName", userName)
            .query((row, index) -> Role.valueOf(row.getString(1)))
            .list());
  }

  void replace(String userName, Set<Role> roles) {
    jdbc.sql(DELETE).param("userName", userName).update();
    for (var role : roles) {
      jdbc.sql(INSERT).param("userName", userName).param("role", role.name()).update();
    }
  }
}
