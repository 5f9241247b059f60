package uz.yagona.gateway.conformance;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.yagona.gateway.GatewayFixture;

/** The engine in this process. */
final class EmbeddedTarget implements Target {
  private static final String WAITING =
      """
      select 'timer ' || element_id from engine.timer
      where process_instance_key is not null
      union all
      select 'message subscription ' || element_id from engine.message_subscription
      where state = 'CREATED' and process_instance_key is not null
      union all
      select 'signal subscription ' || element_id from engine.signal_subscription
      where process_instance_key is not null
      union all
      select 'job ' || element_id from engine.job where end_time is null
      union all
      select 'candidate of task ' || user_task_key from engine.user_task_candidate
      union all
      select 'incident ' || element_id from engine.incident where state = 'ACTIVE'
      """;

  private final GatewayFixture fixture = GatewayFixture.start();

  @Override
  public CamundaClient client() {
    return fixture.rest();
  }

  @Override
  public void startWithNothing() {
    fixture.purge();
  }

  @Override
  public void advance(Duration step) {
    fixture.advance(step);
    client()
        .newPublishMessageCommand()
        .messageName("nobody waits for this")
        .correlationKey("")
        .timeToLive(Duration.ZERO)
        .send()
        .join();
  }

  @Override
  public boolean isOfThisTest(long key) {
    return true;
  }

  @Override
  public List<String> waiting() {
    return JdbcClient.create(fixture.dataSource()).sql(WAITING).query(String.class).list();
  }
}
