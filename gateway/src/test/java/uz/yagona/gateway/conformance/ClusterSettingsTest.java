package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the environment says about a cluster to compare with. */
class ClusterSettingsTest {

  @Test
  void shouldUseTheEmbeddedEngineWhenNoClusterIsAskedFor() {
    assertThat(ClusterSettings.of(Map.of())).isNull();
    assertThat(ClusterSettings.of(Map.of("YAGONA_CLUSTER", " "))).isNull();
  }

  @Test
  void shouldReadAddressAndUser() {
    var settings =
        ClusterSettings.of(
            Map.of(
                "YAGONA_CLUSTER", "http://localhost:8080",
                "YAGONA_CLUSTER_USER", "demo",
                "YAGONA_CLUSTER_PASSWORD", "secret"));

    assertThat(settings)
        .isEqualTo(new ClusterSettings(URI.create("http://localhost:8080"), "demo", "secret", ""));
  }

  @Test
  void shouldRefuseWhatIsNoAddress() {
    assertThatThrownBy(() -> ClusterSettings.of(Map.of("YAGONA_CLUSTER", "localhost:8080")))
        .hasMessage(
            "Expected YAGONA_CLUSTER to be an http or https address or 'testcontainers', but it is 'localhost:8080'");
  }

  @Test
  void shouldTakeNoImageThatIsNotNamed() {
    assertThatThrownBy(() -> ClusterSettings.of(Map.of("YAGONA_CLUSTER", "testcontainers")))
        .hasMessage(
            "Expected YAGONA_CLUSTER_IMAGE to name an image, since none is taken unasked, but it is not set");
  }

  @Test
  void shouldLetTestcontainersFetchNoImageOfItsOwn() {
    assertThatThrownBy(
            () ->
                ClusterSettings.of(
                    Map.of(
                        "YAGONA_CLUSTER", "testcontainers", "YAGONA_CLUSTER_IMAGE", "a-cluster")))
        .hasMessageStartingWith("Expected TESTCONTAINERS_RYUK_DISABLED=true");
  }
}
