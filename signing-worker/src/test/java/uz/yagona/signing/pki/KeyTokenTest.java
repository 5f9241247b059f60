package uz.yagona.signing.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Instant;
import org.assertj.core.util.Throwables;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys in SoftHSM, a PKCS#11 token in software. */
class KeyTokenTest {
  @TempDir static Path directory;
  private static SoftHsm hsm;
  private static Throwable wrongPin;

  @BeforeAll
  static void makeTheToken() throws IOException {
    hsm = SoftHsm.make(directory);
    Files.writeString(directory.resolve("wrong"), "111111");
    // once a process is logged in, the token asks for no PIN any more
    wrongPin = catchThrowable(() -> KeyToken.open(hsm.library(), 0, directory.resolve("wrong")));
  }

  @ParameterizedTest
  @EnumSource(KeyAlgorithm.class)
  void shouldMakeKeysInTheTokenThatCertifyAndSign(KeyAlgorithm algorithm) throws Exception {
    var token = KeyToken.open(hsm.library(), 0, hsm.pinFile());
    var factory = new CertificateFactory(URI.create("https://yagona.example.uz/pki"));
    var issuing = blueprint(CertificateProfile.ROOT, token, algorithm);
    token.save("issuing-" + algorithm, factory.root(issuing));
    var signer = blueprint(CertificateProfile.SIGNER, token, algorithm);
    var authority = token.find("issuing-" + algorithm).orElseThrow();
    token.save("signer-" + algorithm, factory.issue(signer, authority));

    var found = token.find("signer-" + algorithm).orElseThrow();

    assertThat(found.key().getEncoded()).as("the key never leaves the token").isNull();
    assertThat(found.chain()).hasSize(2);
    found.certificate().verify(authority.certificate().getPublicKey());
    var text = "to be signed".getBytes(StandardCharsets.UTF_8);
    var value = found.sign(text);
    var check = Signature.getInstance(KeyAlgorithm.signatureAlgorithm(found.key()));
    check.initVerify(found.certificate().getPublicKey());
    check.update(text);
    assertThat(check.verify(value)).isTrue();
    assertThat(token.find("nobody")).isEmpty();
  }

  @Test
  void shouldRefuseAWrongPinWithoutTellingIt() {
    assertThat(wrongPin)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Expected to open slot 0");
    assertThat(Throwables.getStackTrace(wrongPin)).doesNotContain("111111");
  }

  private static CertificateBlueprint blueprint(
      CertificateProfile profile, Keys keys, KeyAlgorithm algorithm) {
    return new CertificateBlueprint(
        profile,
        PilotPki.name().addRDN(BCStyle.CN, "Yagona PILOT " + profile).build(),
        keys.newKeyPair(algorithm),
        Instant.now().minusSeconds(3600));
  }
}
