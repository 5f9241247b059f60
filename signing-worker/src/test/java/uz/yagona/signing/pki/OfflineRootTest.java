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
  private static final String CONFIGURATION =
      """
      [ca]
      default_ca = own
      [own]
      database = index.txt
      crlnumber = crlnumber
      default_md = sha256
      default_crl_days = 180
      [root]
      basicConstraints = critical,CA:TRUE,pathlen:1
      keyUsage = critical,keyCertSign,cRLSign
      subjectKeyIdentifier = hash
      [issuing]
      basicConstraints = critical,CA:TRUE,pathlen:0
      keyUsage = critical,keyCertSign,cRLSign
      subjectKeyIdentifier = hash
      authorityKeyIdentifier = keyid
      [req]
      distinguished_name = name
      [name]
      """;
  @TempDir Path directory;
  private OfflineRoot root;

  @BeforeEach
  void makeTheRoot() throws IOException {
    root = new OfflineRoot(directory);
    Files.writeString(directory.resolve("own.cnf"), CONFIGURATION);
    Files.writeString(directory.resolve("index.txt"), "");
    Files.writeString(directory.resolve("crlnumber"), "01\n");
    openssl("ecparam -name prime256v1 -genkey -noout -out root.key");
    openssl(
        "req -new -x509 -config own.cnf -extensions root -key root.key -days 3650 -out root.made"
            + " -subj /C=UZ/O=PILOT/CN=Root");
  }

  @Test
  void shouldTakeWhatTheRootCertified() throws Exception {
    var keys = KeyAlgorithm.ECDSA_P256.newKeyPair();
    assertThatThrownBy(() -> root.issuing(keys, SUBJECT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Expected root.cer, issuing.cer and root.crl of the offline root");

    answer();
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
    answer();

    assertThatThrownBy(() -> root.issuing(KeyAlgorithm.ECDSA_P256.newKeyPair(), SUBJECT))
        .hasMessage(
            "Expected issuing.cer to certify the key of issuing.csr as an authority, but it does not");
  }

  private void answer() throws IOException {
    openssl(
        "x509 -req -in issuing.csr -CA root.made -CAkey root.key -CAcreateserial -days 2555"
            + " -extfile own.cnf -extensions issuing -out issuing.cer");
    openssl("ca -config own.cnf -gencrl -keyfile root.key -cert root.made -out root.crl");
    Files.move(directory.resolve("root.made"), directory.resolve("root.cer"));
  }

  private String openssl(String command) {
    return Tool.run(directory, "openssl", command.split(" ", -1)).text();
  }
}
