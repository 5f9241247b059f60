package uz.yagona.signing.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.yagona.signing.SignedParts;
import uz.yagona.signing.SigningServer;

/**
 * The whole server with a root that OpenSSL keeps elsewhere; docs/how-to/keep-the-root-offline.md.
 */
class OfflineRootIT {
  private final SigningServer server = SigningServer.stopped("--yagona.signing.pki.root=OFFLINE");
  @TempDir Path keptOffline;
  @TempDir Path directory;
  private OpenSslRoot root;
  private Path exchange;

  @BeforeEach
  void makeTheRoot() throws IOException {
    root = OpenSslRoot.make(keptOffline);
    exchange = server.dataDirectory().resolve("pki");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldServeWithARootWhoseKeyItNeverSees() throws Exception {
    assertThatThrownBy(server::begin)
        .rootCause()
        .hasMessageStartingWith("Expected root.cer, issuing.cer and root.crl of the offline root");
    assertThat(exchange.resolve("issuing.csr")).exists();

    root.answer(exchange);
    server.begin();
    server.awaitReady();
    var signed = server.signed("B-LTA");

    assertThat(server.verify(signed).path("result").asString()).isEqualTo("VALID");
    assertThatTheRootKeyIsNowhere();
    var tool = new OpenSsl(directory, server);
    tool.fetch();
    SignedParts.write(signed, directory);
    assertThat(tool.cms(0)).contains("CAdES Verification successful");
    assertThat(tool.run("crl", "-in", "root.crl.pem", "-CAfile", "root.pem", "-noout"))
        .contains("verify OK");
  }

  /** The list of the root is the operator's file, read anew at each request. */
  @Test
  void shouldTrustNothingAnyMoreWhenTheRootRevokesTheIssuingAuthority() throws Exception {
    assertThatThrownBy(server::begin).isNotNull();
    root.answer(exchange);
    server.begin();
    server.awaitReady();
    var signed = server.signed("B-T");
    assertThat(server.verify(signed).path("result").asString()).isEqualTo("VALID");

    root.revokeIssuing();
    root.publish(exchange);

    var tool = new OpenSsl(directory, server);
    tool.fetch();
    tool.pem("signer.pem", certificate(), "CERTIFICATE");
    assertThat(tool.verify("signer.pem")).contains("certificate revoked");
    assertThat(server.verify(signed).path("result").asString()).isEqualTo("INDETERMINATE");
  }

  private byte[] certificate() throws Exception {
    return server
        .bean(SignerCredentials.class)
        .find("head")
        .orElseThrow()
        .certificate()
        .getEncoded();
  }

  private void assertThatTheRootKeyIsNowhere() throws IOException {
    var secret = Files.readString(keptOffline.resolve("root.key")).lines().toList().get(1);
    try (var files = Files.walk(server.dataDirectory())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(secret);
      }
    }
    assertThatThrownBy(() -> server.bean(PilotPki.class).authority(Authority.ROOT))
        .hasMessage("Expected the key of the root, but it is kept offline");
  }
}
