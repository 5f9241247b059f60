package uz.yagona.gateway.directory;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uz.yagona.gateway.GatewayDatabase;

/** Rows of {@code gateway.membership}: who is in which group, role and tenant. */
@Component("gatewayMembershipRepository")
public final class MembershipRepository {
  private static final String INSERT =
      """
      insert into gateway.membership (container_kind, container_id, member_kind, member_id)
      values (:kind, :container, :memberKind, :member) on conflict do nothing""";
  private static final String DELETE =
      """
      delete from gateway.membership
      where container_kind = :kind and container_id = :container
        and member_kind = :memberKind and member_id = :member""";
  private static final String DELETE_CONTAINER =
      "delete from gateway.membership where container_kind = :kind and container_id = :id";
  private static final String DELETE_MEMBER =
      "delete from gateway.membership where member_kind = :kind and member_id = :id";
  private static final String GROUPS =
      """
      select container_id from gateway.membership
      where container_kind = 'GROUP' and member_kind = 'USER' and member_id = :user
      order by container_id""";
  private static final String ROLES =
      """
      select distinct container_id from gateway.membership
      where container_kind = 'ROLE' and (
        (member_kind = 'USER' and member_id = :user)
        or (member_kind = 'GROUP' and member_id = any (:groups)))
      order by container_id""";

  private final JdbcClient jdbc;

  MembershipRepository(GatewayDatabase database) {
    jdbc = database.jdbc();
  }

  /** A place in a group, role or tenant. */
  record Membership(
      ContainerKind kind, String containerId, MemberKind memberKind, String memberId) {}

  /** Whether the member was not there before. */
  boolean insert(Membership membership) {
    return write(INSERT, membership);
  }

  /** Whether the member was there. */
  boolean delete(Membership membership) {
    return write(DELETE, membership);
  }

  private boolean write(String sql, Membership membership) {
    var written =
        jdbc.sql(sql)
            .param("kind", membership.kind().name())
            .param("container", membership.containerId())
            .param("memberKind", membership.memberKind().name())
            .param("member", membership.memberId())
            .update();
    return written > 0;
  }

  /** Everybody leaves. */
  void deleteContainer(ContainerKind kind, String id) {
    jdbc.sql(DELETE_CONTAINER).param("kind", kind.name()).param("id", id).update();
  }

  /** The member leaves everything. */
  void deleteMember(MemberKind kind, String id) {
    jdbc.sql(DELETE_MEMBER).param("kind", kind.name()).param("id", id).update();
  }

  /** Ids of the user's groups. */
  public List<String> groupsOf(String username) {
    return jdbc.sql(GROUPS).param("user", username).query(String.class).list();
  }

  /** Ids of the roles that the user or one of the groups has. */
  public List<String> rolesOf(String username, List<String> groups) {
    return jdbc.sql(ROLES)
        .param("user", username)
        .param("groups", groups.toArray(String[]::new))
        .query(String.class)
        .list();
  }
}
