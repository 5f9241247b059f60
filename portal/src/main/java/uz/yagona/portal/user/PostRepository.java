package uz.yagona.portal.user;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.portal.json.Json;

@Repository
class PostRepository {
  private static final String FIND =
      """
      select position, body from portal.staff_post where user_name = :userName
      """;
  private static final String OFFICIALS =
      """
      select user_name from portal.staff_post order by user_name
      """;
  private static final String UPSERT =
      """
      insert into portal.staff_post (user_name, body, position)
      values (:userName, :body, cast(:position as jsonb))
      on conflict (user_name) do update set body = excluded.body, position = excluded.position
      """;

  private final JdbcClient jdbc;

  PostRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<StaffPost> find(String userName) {
    return jdbc.sql(FIND)
        .param("userName", userName)
        .query(
            (row, index) ->
                new StaffPost(Json.readText(row.getString("position")), row.getString("body")))
        .optional();
  }

  /** User names of everybody with a post. */
  List<String> officials() {
    return jdbc.sql(OFFICIALS).query(String.class).list();
  }

  void put(String userName, StaffPost post) {
    jdbc.sql(UPSERT)
        .param("userName", userName)
        .param("body", post.body())
        .param("position", Json.write(post.position()))
        .update();
  }
}
