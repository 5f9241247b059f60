package uz.yagona.signing.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.augmentation}. */
@Repository
class AugmentationRepository {
  private static final String INSERT =
      """
      insert into signing.augmentation
        (document_id, position, job_key, level, signatures, input_sha256, output_sha256,
         augmented_at, renew_before)
      values
        (:documentId,
         (select count(*) + 1 from signing.augmentation where document_id = :documentId),
         :jobKey, :level, :signatures, :inputSha256, :outputSha256, :augmentedAt, :renewBefore)
      """;
  private static final String BY_JOB =
      """
      select job_key, level, signatures, input_sha256, output_sha256, augmented_at, renew_before
      from signing.augmentation where document_id = :documentId and job_key = :jobKey
      """;

  private final JdbcClient jdbc;

  AugmentationRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  void add(UUID documentId, Augmentation augmentation) {
    jdbc.sql(INSERT)
        .param("documentId", documentId)
        .param("jobKey", augmentation.jobKey())
        .param("level", augmentation.level())
        .param("signatures", augmentation.signatures())
        .param("inputSha256", augmentation.inputSha256())
        .param("outputSha256", augmentation.outputSha256())
        .param("augmentedAt", Times.utc(augmentation.augmentedAt()))
        .param("renewBefore", Times.utc(augmentation.renewBefore()))
        .update();
  }

  Optional<Augmentation> madeBy(UUID documentId, long jobKey) {
    return jdbc.sql(BY_JOB)
        .param("documentId", documentId)
        .param("jobKey", jobKey)
        .query(AugmentationRepository::map)
        .optional();
  }

  private static Augmentation map(ResultSet row, int number) throws SQLException {
    return new Augmentation(
        row.getLong("job_key"),
        row.getString("level"),
        row.getInt("signatures"),
        row.getString("input_sha256"),
        row.getString("output_sha256"),
        Times.at(row, "augmented_at"),
        Times.at(row, "renew_before"));
  }
}
