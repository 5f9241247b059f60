package uz.yagona.signing.document;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import uz.yagona.signing.SigningSchema;

/** Table {@code signing.signing_plan}. */
@Repository
class SigningPlanRepository {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String INSERT =
      """
      insert into signing.signing_plan (document_id, level, ordering, quorum, places)
      values (:documentId, :level, :ordering, :quorum, cast(:places as jsonb))
      """;
  private static final String SELECT =
      """
      select level, ordering, quorum, places from signing.signing_plan
      where document_id = :documentId
      """;

  private final JdbcClient jdbc;

  SigningPlanRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  void add(UUID documentId, SigningPlan plan) {
    jdbc.sql(INSERT)
        .param("documentId", documentId)
        .param("level", plan.level())
        .param("ordering", plan.ordering().name())
        .param("quorum", plan.quorum())
        .param("places", JSON.writeValueAsString(plan.places()))
        .update();
  }

  Optional<SigningPlan> of(UUID documentId) {
    return jdbc.sql(SELECT)
        .param("documentId", documentId)
        .query(
            (row, number) ->
                new SigningPlan(
                    row.getString("level"),
                    SigningPlan.Ordering.valueOf(row.getString("ordering")),
                    row.getInt("quorum"),
                    List.of(JSON.readValue(row.getString("places"), SigningPlan.Place[].class))))
        .optional();
  }
}
