package uz.yagona.portal.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.portal.support.Filed;
import uz.yagona.portal.support.RunningPortal;

class OutboxIT {
  private static final RunningPortal PORTAL = RunningPortal.get();
  private static final String PUBLICATION = "/v2/messages/publication";
  private static final String STATUS = "/v2/status";
  private static final Duration SOON = Duration.ofSeconds(60);

  @AfterEach
  void letTheEngineAnswer() {
    PORTAL.engine().accept(PUBLICATION);
    PORTAL.engine().accept(STATUS);
  }

  @Test
  void shouldKeepTheMessageUntilTheEngineIsBack() {
    // given
    PORTAL.engine().refuse(PUBLICATION, 503);
    var filed = Filed.by("aziza");
    var row = filed.requestId().toString();
    await().atMost(SOON).until(() -> attempts(row) > 0);
    assertThat(isDelivered(row)).isFalse();
    assertThat(filed.applicant().get(filed.page("")).status()).isEqualTo(200);
    // when
    PORTAL.engine().accept(PUBLICATION);
    // then
    await().atMost(SOON).until(() -> isDelivered(row));
  }

  @Test
  void shouldLeaveMessagesToOtherNodesWhileThisOneWaitsForTheLead() {
    // given
    PORTAL.engine().refuse(STATUS, 503);
    // when
    var row = Filed.by("aziza").requestId().toString();
    // then
    var asked = PORTAL.engine().callsTo(STATUS).size();
    await().atMost(SOON).until(() -> PORTAL.engine().callsTo(STATUS).size() > asked + 1);
    assertThat(attempts(row)).isZero();
    assertThat(isDelivered(row)).isFalse();
    // when
    PORTAL.engine().accept(STATUS);
    // then
    await().atMost(SOON).until(() -> isDelivered(row));
  }

  @Test
  void shouldTakeAlreadyKnownForDelivered() {
    // given
    PORTAL.engine().refuse(PUBLICATION, 409);
    // when
    var filed = Filed.by("aziza");
    // then
    await().atMost(SOON).until(() -> isDelivered(filed.requestId().toString()));
  }

  private static int attempts(String key) {
    return PORTAL
        .bean(JdbcClient.class)
        .sql("select attempts from portal.outbox where correlation_key = :key")
        .param("key", key)
        .query(Integer.class)
        .single();
  }

  private static boolean isDelivered(String key) {
    return PORTAL
        .bean(JdbcClient.class)
        .sql("select delivered_at is not null from portal.outbox where correlation_key = :key")
        .param("key", key)
        .query(Boolean.class)
        .single();
  }
}
