package uz.yagona.signing.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.yagona.signing.Tool;

/** OpenSSL plays the offline root. */
class OfflineRootTest {
  private static final X500Name SUBJECT =
      PilotPki.name().addRDN(BCStyle.CN, "Yagona PILOT Issuing CA").build();
  @TempDir Path directory;
  @TempDir Path keptOffline;
  private OfflineRoot root;
  private OpenSslRoot offline;

  @BeforeEach
  void makeTheRoot() throws IOException {
    root = new OfflineRoot(directory, URI.create("https://yagona.example.uz/pki"));
    offline = OpenSslRoot.make(keptOffline);
  }

  @Test
  void shouldTakeWhatTheRootCertified() throws Exception {
    var keys = KeyAlgorithm.ECDSA_P256.newKeyPair();
    assertThatThrownBy(() -> root.issuing(keys, SUBJECT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Expected root.cer, issuing.cer and root.crl of the offline root");

    offline.answer(directory);
    var issuing = root.issuing(keys, SUBJECT);
    var signer =
        new CertificateFactory(URI.create("https://yagona.example.uz/pki"))
            .issue(
                new CertificateBlueprint(
                    CertificateProfile.SIGNER,
                    PilotPki.name().addRDN(BCStyle.CN, "Signer").build(),
                    KeyAlgorithm.ECDSA_P256.newKeyPair(),
                    Instant.now().minusSeconds(60)),
                issuing);

    Files.write(directory.resolve("signer.der"), signer.certificate().getEncoded());
    openssl("x509 -inform DER -in signer.der -out signer.pem");
    assertThat(openssl("verify -x509_strict -CAfile root.cer -untrusted issuing.cer signer.pem"))
        .contains("signer.pem: OK");
    Files.write(directory.resolve("list.der"), root.revocationList(issuing.chain().get(1)));
    assertThat(openssl("crl -inform DER -in list.der -CAfile root.cer -noout"))
        .contains("verify OK");
  }

  @Test
  void shouldRefuseAnAnswerForAnotherKey() throws Exception {
    assertThatThrownBy(() -> root.issuing(KeyAlgorithm.ECDSA_P256.newKeyPair(), SUBJECT))
        .hasMessageStartingWith("Expected root.cer");
    offline.answer(directory);

    assertThatThrownBy(() -> root.issuing(KeyAlgorithm.ECDSA_P256.newKeyPair(), SUBJECT))
        .hasMessage(
            "Expected issuing.cer to certify the key of issuing.csr as an authority, but it does not");
  }

  @Test
  void shouldRefuseAnAnswerThatDoesNotSayWhereTheListIs() throws Exception {
    var keys = KeyAlgorithm.ECDSA_P256.newKeyPair();
    assertThatThrownBy(() -> root.issuing(keys, SUBJECT))
        .hasMessageStartingWith("Expected root.cer");
    offline.answerWithoutList(directory);

    assertThatThrownBy(() -> root.issuing(keys, SUBJECT))
        .hasMessage(
            "Expected issuing.cer to name the root's list, crlDistributionPoints ="
                + " URI:https://yagona.example.uz/pki/crl/root.crl, but it does not");
  }

  private String openssl(String command) {
    return Tool.run(directory, "openssl", command.split(" ", -1)).text();
  }
}
