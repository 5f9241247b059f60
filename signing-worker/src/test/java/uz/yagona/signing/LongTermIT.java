package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.client.BpmnErrorException;
import uz.yagona.client.JobException;

/** What happens to a signature after it was made: longer lasting proof, checks, timestamps. */
class LongTermIT {
  private final SigningServer server = SigningServer.shared();
  @TempDir Path directory;

  @BeforeEach
  void awaitReady() {
    server.awaitReady();
  }

  @ParameterizedTest
  @ValueSource(strings = {"B-LT", "B-LTA"})
  void shouldRaiseTheLevelOfASignedDocument(String level) {
    var draft = server.draft("uz-Latn");
    var before = server.sign(draft, "B-T");

    var output = renew(draft, level);

    assertThat(output.get("level")).isEqualTo("PAdES-" + level);
    assertThat(OffsetDateTime.parse(String.valueOf(output.get("renewBefore"))))
        .isAfter(OffsetDateTime.now(java.time.ZoneOffset.UTC).plusYears(2));
    var after = server.content(draft, "signed");
    var verification = server.verify(after);
    assertThat(verification.path("result").asString())
        .as(verification.toString())
        .isEqualTo("VALID");
    assertThat(verification.path("signatures").get(0).path("level").asString())
        .isEqualTo("PAdES-" + level);
    assertThat(server.verify(before).path("result").asString())
        .as("a copy from before stays valid")
        .isEqualTo("VALID");
    var told =
        server.platform().calls("PUT", "/internal/requests/" + draft.requestId() + "/document");
    assertThat(told.get(told.size() - 1).body().path("level").asString())
        .isEqualTo("PAdES-" + level);
  }

  @Test
  void shouldRenewTheArchiveTimestampAgain() {
    var draft = server.draft("ru");
    server.sign(draft, "B-LTA");
    renew(draft, "B-LTA");
    renew(draft, "B-LTA");

    var verification = server.verify(server.content(draft, "signed"));

    assertThat(verification.path("result").asString())
        .as(verification.toString())
        .isEqualTo("VALID");
    assertThat(verification.path("signatures")).hasSize(1);
  }

  @Test
  void shouldNotRaiseTheLevelTwiceForOneJob() {
    var draft = server.draft("en");
    server.sign(draft, "B-T");
    var job = renewJob(draft, "B-LT");

    var first = server.handle("signature-renew", job);

    assertThat(server.handle("signature-renew", job)).isEqualTo(first);
  }

  @Test
  void shouldRefuseToRaiseTheLevelOfADraft() {
    var draft = server.draft("en");

    assertThatThrownBy(() -> renew(draft, "B-LTA"))
        .isInstanceOf(JobException.class)
        .hasMessage(
            "Expected document %s to be signed, but it is a draft".formatted(draft.documentId()));
  }

  @Test
  void shouldCheckASignedDocumentAsAStepOfAProcess() {
    var draft = server.draft("en");
    server.sign(draft, "B-T");

    var output = server.handle("signature-verify", verifyJob(draft));

    assertThat(output.get("verification"))
        .isEqualTo(
            Map.of(
                "result",
                "VALID",
                "reasons",
                java.util.List.of(),
                "signatures",
                1,
                "inForce",
                true));
  }

  @Test
  void shouldThrowABpmnErrorWhenACheckedDocumentIsNotSigned() {
    var draft = server.draft("en");

    assertThatThrownBy(() -> server.handle("signature-verify", verifyJob(draft)))
        .isInstanceOf(BpmnErrorException.class)
        .hasMessage(
            "Expected document %s to be valid, but it is NOT_SIGNED [NO_SIGNATURE]"
                .formatted(draft.documentId()));
  }

  @Test
  void shouldStampADigestOnce() throws IOException {
    Files.writeString(directory.resolve("data.txt"), "evidence");
    var digest =
        uz.yagona.signing.document.Sha256.of(Files.readAllBytes(directory.resolve("data.txt")));
    var job = server.job(Map.of(), Map.of("digest", digest));

    var output = server.handle("timestamp", job);

    assertThat(server.handle("timestamp", job)).isEqualTo(output);
    var token = (String) ((Map<?, ?>) output.get("timestamp")).get("token");
    Files.write(directory.resolve("token.der"), Base64.getDecoder().decode(token));
    for (var authority : new String[] {"root", "issuing"}) {
      Files.write(
          directory.resolve(authority + ".cer"),
          server.get("/pki/ca/" + authority + ".cer").body());
      Tool.run(
          directory,
          "openssl",
          "x509",
          "-inform",
          "DER",
          "-in",
          authority + ".cer",
          "-out",
          authority + ".pem");
    }
    assertThat(
            Tool.run(
                    directory,
                    "openssl",
                    "ts",
                    "-verify",
                    "-token_in",
                    "-in",
                    "token.der",
                    "-data",
                    "data.txt",
                    "-CAfile",
                    "root.pem",
                    "-untrusted",
                    "issuing.pem")
                .text())
        .contains("Verification: OK");
  }

  @Test
  void shouldRefuseToStampWhatIsNoDigest() {
    assertThatThrownBy(
            () -> server.handle("timestamp", server.job(Map.of(), Map.of("digest", "abc"))))
        .hasMessageStartingWith("Expected variable 'digest' to be a SHA-256");
  }

  private Map<?, ?> renew(SigningServer.Draft draft, String level) {
    return (Map<?, ?>) server.handle("signature-renew", renewJob(draft, level)).get("renewal");
  }

  private uz.yagona.client.JobContext renewJob(SigningServer.Draft draft, String level) {
    return server.job(Map.of("level", level), Map.of("documentId", draft.documentId().toString()));
  }

  private uz.yagona.client.JobContext verifyJob(SigningServer.Draft draft) {
    return server.job(
        Map.of("notValid", "error"), Map.of("documentId", draft.documentId().toString()));
  }
}
