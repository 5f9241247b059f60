package uz.yagona.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchOptionsTest {
  @Test
  void shouldListenOnThisMachineOnlyByDefault() {
    var options = LaunchOptions.of(new String[0], Map.of());

    assertThat(options.bindAddress()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.grpcPort()).isEqualTo(26500);
    assertThat(options.databaseUrl()).isNull();
  }

  @Test
  void shouldPutTheGrpcPortBesideAChosenPort() {
    assertThat(LaunchOptions.of(new String[] {"--port", "9000"}, Map.of()).grpcPort())
        .isEqualTo(9001);
    assertThat(
            LaunchOptions.of(new String[] {"--port=9000", "--grpc-port=7000"}, Map.of()).grpcPort())
        .isEqualTo(7000);
  }

  @Test
  void shouldRefuseAPortThatIsNone() {
    assertThatThrownBy(() -> LaunchOptions.of(new String[] {"--port", "http"}, Map.of()))
        .isInstanceOf(LaunchException.class)
        .hasMessage("Expected --port to be a port from 1 to 65535, but found 'http'.");
    assertThatThrownBy(() -> LaunchOptions.of(new String[] {"--port"}, Map.of()))
        .hasMessageContaining("but found ''");
    assertThatThrownBy(() -> LaunchOptions.of(new String[] {"--port=70000"}, Map.of()))
        .hasMessageContaining("70000");
  }

  @Test
  void shouldReadAPostgresAddressWithItsLogin() {
    var database =
        LaunchDatabase.given("postgresql://yagona:se:cret@db.example:5433/main?ssl=true");

    assertThat(database.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:5433/main?ssl=true");
    assertThat(database.user()).isEqualTo("yagona");
    assertThat(database.password()).isEqualTo("se:cret");
  }

  @Test
  void shouldNotRepeatAPasswordOfAnAddressItCannotRead() {
    assertThatThrownBy(() -> LaunchDatabase.given("mysql://root:secret@db/main"))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("mysql://***@db/main")
        .hasMessageNotContaining("secret");
  }
}
