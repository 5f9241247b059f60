package uz.yagona.portal.user;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MembershipRepository {
  private static final String FIND =
      """
      select group_name from portal.staff_membership where user_name = :userName
      """;
  private static final String MEMBERS =
      """
      select user_name from portal.staff_membership where group_name = :group order by user_name
      """;
  private static final String INSERT =
      """
      insert into portal.staff_membership (user_name, group_name) values (:userName, :group)
      on conflict do nothing
      """;
  private static final String DELETE =
      """
      delete from portal.staff_membership where user_name = :userName
      """;

  private final JdbcClient jdbc;

  MembershipRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<String> find(String userName) {
    return new HashSet<>(jdbc.sql(FIND).param("userName", userName).query(String.class).list());
  }

  List<String> members(String group) {
    return jdbc.sql(MEMBERS).param("group", group).query(String.class).list();
  }

  void replace(String userName, Set<String> groups) {
    jdbc.sql(DELETE).param("userName", userName).update();
    for (var group : groups) {
      jdbc.sql(INSERT).param("userName", userName).param("group", group).update();
    }
  }
}
