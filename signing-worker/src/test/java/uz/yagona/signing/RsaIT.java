package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RsaIT {

  @Test
  void shouldSignWithRsaKeysAndKeepThemOverARestart() {
    try (var server = SigningServer.start("--yagona.signing.key-algorithm=RSA_3072")) {
      server.awaitReady();
      var first = server.signed("B-LTA");
      var certificate = server.get("/pki/ca/root.cer").body();

      server.restart();
      server.awaitReady();

      assertThat(server.get("/pki/ca/root.cer").body()).isEqualTo(certificate);
      assertThat(server.verify(first).path("result").asString()).isEqualTo("VALID");
      assertThat(server.verify(server.signed("B-T")).path("result").asString()).isEqualTo("VALID");
    }
  }
}
