package uz.yagona.gateway.directory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uz.yagona.gateway.GatewayDatabase;

/** Rows of {@code gateway.mapping_rule}. */
@Component("gatewayMappingRuleRepository")
final class MappingRuleRepository {
  private static final String INSERT =
      """
      insert into gateway.mapping_rule (mapping_rule_id, claim_name, claim_value, name)
      values (:id, :claimName, :claimValue, :name) on conflict do nothing""";
  private static final String UPDATE =
      """
      update gateway.mapping_rule
      set claim_name = :claimName, claim_value = :claimValue, name = :name
      where mapping_rule_id = :id""";
  private static final String DELETE =
      "delete from gateway.mapping_rule where mapping_rule_id = :id";
  private static final String EXISTS =
      "select exists (select 1 from gateway.mapping_rule where mapping_rule_id = :id)";

  private final JdbcClient jdbc;

  MappingRuleRepository(GatewayDatabase database) {
    jdbc = database.jdbc();
  }

  /** Who has the claim with this value in a token. */
  record MappingRule(String mappingRuleId, String claimName, String claimValue, String name) {}

  /** Whether id and claim were free. */
  boolean insert(MappingRule rule) {
    return write(INSERT, rule);
  }

  /**
   * Whether there is such a rule.
   *
   * @throws DuplicateKeyException when another rule has the claim
   */
  boolean update(MappingRule rule) {
    return write(UPDATE, rule);
  }

  private boolean write(String sql, MappingRule rule) {
    var written =
        jdbc.sql(sql)
            .param("id", rule.mappingRuleId())
            .param("claimName", rule.claimName())
            .param("claimValue", rule.claimValue())
            .param("name", rule.name())
            .update();
    return written > 0;
  }

  boolean delete(String id) {
    return jdbc.sql(DELETE).param("id", id).update() > 0;
  }

  boolean exists(String id) {
    return jdbc.sql(EXISTS).param("id", id).query(Boolean.class).single();
  }
}
