package uz.yagona.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uz.yagona.signing.SigningServer;
import uz.yagona.signing.pades.CarelessSigner;
import uz.yagona.signing.pades.PkiBridge;
import uz.yagona.signing.pki.Credential;
import uz.yagona.signing.pki.ForeignPki;
import uz.yagona.signing.pki.Person;
import uz.yagona.signing.pki.RevocationReason;
import uz.yagona.signing.pki.SignerCredentials;

/** Signatures that are sound in themselves, by people who may not sign. */
class SignerCheckIT {
  private final SigningServer server = SigningServer.shared();

  @BeforeEach
  void awaitReady() {
    server.awaitReady();
  }

  @Test
  void shouldNotTrustAnotherHierarchyOfTheSameNames() {
    assertIndeterminate(signed(ForeignPki.signer()), "CERTIFICATE_UNTRUSTED");
  }

  @Test
  void shouldNotTrustACertificateIssuedByASigner() {
    assertIndeterminate(
        signed(ForeignPki.issuedBy(issue("leaf-as-authority"))), "CERTIFICATE_UNTRUSTED");
  }

  @Test
  void shouldNotAcceptASignatureMadeAfterRevocation() {
    var credential = issue("revoked-before");
    var credentials = server.bean(SignerCredentials.class);
    var revoked = credentials.revoke(credential.serial(), RevocationReason.KEY_COMPROMISE, "test");
    Awaitility.await().until(() -> Instant.now().isAfter(revoked.revokedAt().plusSeconds(1)));

    assertIndeterminate(signed(credential), "CERTIFICATE_REVOKED");
  }

  @Test
  void shouldSayWhenASoundSignatureIsNotOnRecord() {
    var verification = server.verify(signed(issue("off-the-record")));

    assertThat(verification.path("result").asString()).isEqualTo("CHANGED");
    assertThat(verification.path("signatures").get(0).path("result").asString()).isEqualTo("VALID");
    assertThat(verification.path("reasons").valueStream().map(JsonNode::asString))
        .containsExactly("DIGEST_NOT_ON_RECORD");
  }

  private void assertIndeterminate(byte[] file, String reason) {
    var verification = server.verify(file);
    var signature = verification.path("signatures").get(0);

    assertThat(signature.path("result").asString())
        .as(verification.toString())
        .isEqualTo("INDETERMINATE");
    assertThat(verification.path("result").asString()).isNotEqualTo("VALID");
    assertThat(verification.path("reasons").valueStream().map(JsonNode::asString))
        .contains(reason, "DIGEST_NOT_ON_RECORD");
  }

  private byte[] signed(Credential credential) {
    var draft = server.content(server.draft("en"), "draft");
    return new CarelessSigner(server.bean(PkiBridge.class)).sign(draft, credential);
  }

  private Credential issue(String user) {
    return server
        .bean(SignerCredentials.class)
        .issue(new Person(user, "Test PILOT " + user, "tester"));
  }
}
