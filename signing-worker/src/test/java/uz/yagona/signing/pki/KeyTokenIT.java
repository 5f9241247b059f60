package uz.yagona.signing.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.yagona.signing.SignedParts;
import uz.yagona.signing.SigningServer;

/** The whole server with all keys in a PKCS#11 token; docs/how-to/keys-in-an-hsm.md. */
class KeyTokenIT {
  @TempDir static Path tokens;
  private static SigningServer server;
  private static SoftHsm hsm;
  @TempDir Path directory;

  @BeforeAll
  static void start() throws IOException {
    hsm = SoftHsm.make(tokens);
    server =
        SigningServer.start(
            "--yagona.signing.pki.token.library=" + hsm.library(),
            "--yagona.signing.pki.token.pin-file=" + hsm.pinFile());
    server.awaitReady();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void shouldSignSealStampAndAnswerWithKeysThatAreInTheTokenAlone() throws Exception {
    var draft =
        server.draft(
            "uz-Latn",
            UUID.randomUUID().toString(),
            Map.of(
                "signers", List.of(Map.of("userName", "head", "role", "CHAIR")),
                "signaturePolicy", Map.of("level", "B-T"),
                "seal", Map.of("code", "CADASTRE", "name", "Kadastr agentligi")));
    server.sign(draft, "B-T");
    var seal =
        server.job(
            Map.of(),
            Map.of("requestId", draft.requestId(), "documentId", draft.documentId().toString()));
    server.handle("pdf-seal", seal);
    var signed = server.content(draft, "signed");

    assertThat(server.verify(signed).path("result").asString()).isEqualTo("VALID");
    assertThatKeysAreInTheTokenAlone();
    var tool = new OpenSsl(directory, server);
    tool.fetch();
    assertThat(SignedParts.write(signed, directory)).hasSize(2);
    for (int number = 0; number < 2; number++) {
      assertThat(tool.cms(number)).contains("CAdES Verification successful");
    }
    var signer = server.bean(SignerCredentials.class).find("head").orElseThrow();
    tool.pem("signer.pem", signer.certificate().getEncoded(), "CERTIFICATE");
    assertThat(tool.verify("signer.pem")).contains("signer.pem: OK");
    assertThat(tool.status("signer.pem")).contains("Response verify OK", "signer.pem: good");
    assertThatOpensslTakesTheTimestamp(tool);
  }

  @Test
  void shouldFindItsKeysInTheTokenAfterARestart() {
    var root = server.get("/pki/ca/root.cer").body();
    var signed = server.signed("B-LT");

    server.restart();
    server.awaitReady();

    assertThat(server.get("/pki/ca/root.cer").body()).isEqualTo(root);
    assertThat(server.verify(signed).path("result").asString()).isEqualTo("VALID");
    assertThat(server.verify(server.signed("B-LTA")).path("result").asString()).isEqualTo("VALID");
  }

  private static void assertThatKeysAreInTheTokenAlone() throws Exception {
    assertThat(server.dataDirectory().resolve("secrets").resolve("pki")).doesNotExist();
    var provider =
        java.util.Arrays.stream(Security.getProviders())
            .filter(known -> known.getName().startsWith("SunPKCS11-yagona"))
            .findFirst()
            .orElseThrow();
    var store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, SoftHsm.PIN.toCharArray());
    var names = Collections.list(store.aliases());
    assertThat(names).contains("root", "issuing", "tsa", "ocsp");
    assertThat(names.stream().filter(name -> name.startsWith("signer-")))
        .as("the head, the seal and the self-test")
        .hasSizeGreaterThanOrEqualTo(3);
    for (var name : names) {
      assertThat(store.getKey(name, null).getEncoded()).as(name).isNull();
    }
  }

  private void assertThatOpensslTakesTheTimestamp(OpenSsl tool) throws IOException {
    Files.writeString(directory.resolve("data.txt"), "to be stamped");
    tool.run("ts", "-query", "-data", "data.txt", "-sha256", "-cert", "-out", "query.tsq");
    var query = Files.readAllBytes(directory.resolve("query.tsq"));
    var reply = server.post("/pki/tsa", "application/timestamp-query", query);
    Files.write(directory.resolve("reply.tsr"), reply.body());
    assertThat(
            tool.run(
                "ts",
                "-verify",
                "-queryfile",
                "query.tsq",
                "-in",
                "reply.tsr",
                "-CAfile",
                "root.pem",
                "-untrusted",
                "ca.pem"))
        .contains("Verification: OK");
  }
}
