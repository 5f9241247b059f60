package uz.yagona.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkersPropertiesTest {
  @Test
  void shouldNeedNothingButTheToken() {
    var properties = bind(Map.of("yagona.service-token", "secret"));

    assertThat(properties.token()).isEqualTo("secret");
    assertThat(properties.register().simulator()).isTrue();
    assertThat(properties.workers().officeCloses()).isEqualTo("18:00");
    assertThat(properties.toString()).doesNotContain("secret");
  }

  @Test
  void shouldSayThatTheTokenIsMissing() {
    assertThatThrownBy(() -> bind(Map.of("yagona.portal.url", "http://localhost:1")))
        .hasRootCauseMessage("Expected yagona.service-token to be set, but it is missing");
  }

  @Test
  void shouldNeedARegisterOrItsSimulator() {
    assertThatThrownBy(
            () ->
                bind(
                    Map.of("yagona.service-token", "secret", "yagona.register.simulator", "false")))
        .hasRootCauseMessage(
            "Expected yagona.register.url when yagona.register.simulator is false,"
                + " but it is missing");
  }

  private static WorkersProperties bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("yagona", WorkersProperties.class);
  }
}
