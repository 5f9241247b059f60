package uz.yagona.signing.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.yagona.signing.SigningServer;

/** The pilot PKI as OpenSSL sees it. */
class PkiIT {
  private final SigningServer server = SigningServer.shared();
  @TempDir Path directory;
  private OpenSsl tool;

  @BeforeEach
  void fetch() throws Exception {
    tool = new OpenSsl(directory, server);
    tool.fetch();
    Files.write(directory.resolve("data.txt"), "to be stamped".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldIssueCertificatesThatVerifyStrictlyWithRevocationLists() throws Exception {
    var credential = issue("openssl-good");
    tool.pem("signer.pem", credential.certificate().getEncoded(), "CERTIFICATE");
    tool.pem(
        "tsa.pem",
        server.bean(PilotPki.class).timestamping().certificate().getEncoded(),
        "CERTIFICATE");

    assertThat(tool.verify("signer.pem")).contains("signer.pem: OK");
    assertThat(
            openssl(
                "verify",
                "-x509_strict",
                "-purpose",
                "timestampsign",
                "-CAfile",
                "root.pem",
                "-untrusted",
                "ca.pem",
                "tsa.pem"))
        .contains("tsa.pem: OK");
    assertThat(openssl("x509", "-in", "signer.pem", "-noout", "-subject", "-ext", "keyUsage"))
        .contains("PILOT", "Non Repudiation")
        .doesNotContain("Digital Signature");
  }

  @Test
  void shouldListARevokedCertificateAtOnce() throws Exception {
    var credential = issue("openssl-revoked");
    tool.pem("revoked.pem", credential.certificate().getEncoded(), "CERTIFICATE");
    revoke(credential);
    fetch();

    assertThat(tool.verify("revoked.pem")).contains("error 23", "certificate revoked");
    assertThat(openssl("crl", "-in", "issuing.crl.pem", "-noout", "-nextupdate", "-crlnumber"))
        .contains("nextUpdate=", "crlNumber=");
  }

  @Test
  void shouldAnswerOcspAsGoodRevokedAndUnknown() throws Exception {
    var good = issue("ocsp-good");
    var revoked = issue("ocsp-revoked");
    revoke(revoked);
    tool.pem("good.pem", good.certificate().getEncoded(), "CERTIFICATE");
    tool.pem("revoked.pem", revoked.certificate().getEncoded(), "CERTIFICATE");

    var answer =
        openssl(
            "ocsp",
            "-issuer",
            "ca.pem",
            "-cert",
            "good.pem",
            "-cert",
            "revoked.pem",
            "-serial",
            "0x1234567890",
            "-url",
            server.address("/pki/ocsp").toString(),
            "-CAfile",
            "root.pem",
            "-verify_other",
            "ca.pem");

    assertThat(answer)
        .contains("Response verify OK", "good.pem: good", "revoked.pem: revoked")
        .contains("Reason: keyCompromise", "0x1234567890: unknown")
        .doesNotContain("nonce");
  }

  @Test
  void shouldAnswerOcspByGet() throws Exception {
    tool.pem("good.pem", issue("ocsp-get").certificate().getEncoded(), "CERTIFICATE");
    openssl(
        "ocsp", "-issuer", "ca.pem", "-cert", "good.pem", "-no_nonce", "-reqout", "request.der");
    var request =
        Base64.getEncoder().encodeToString(Files.readAllBytes(directory.resolve("request.der")));
    var path = "/pki/ocsp/" + request.replace("+", "%2B").replace("=", "%3D").replace("/", "%2F");

    var response = server.get(path.replace("%2F", "/"));

    assertThat(response.statusCode()).isEqualTo(200);
    Files.write(directory.resolve("response.der"), response.body());
    assertThat(
            openssl(
                "ocsp",
                "-issuer",
                "ca.pem",
                "-cert",
                "good.pem",
                "-respin",
                "response.der",
                "-CAfile",
                "root.pem",
                "-verify_other",
                "ca.pem",
                "-no_nonce"))
        .contains("good.pem: good");
  }

  @Test
  void shouldStampTimeThatOpensslVerifies() throws Exception {
    openssl("ts", "-query", "-data", "data.txt", "-sha256", "-cert", "-out", "query.tsq");
    stamp();

    assertThat(timestamp("query.tsq")).contains("Verification: OK");
    assertThat(openssl("ts", "-reply", "-in", "reply.tsr", "-text"))
        .contains("Status: Granted", "Accuracy: 0x01 seconds");

    Files.writeString(directory.resolve("data.txt"), "x", StandardOpenOption.APPEND);
    openssl("ts", "-query", "-data", "data.txt", "-sha256", "-cert", "-out", "other.tsq");
    assertThat(timestamp("other.tsq")).contains("Verification: FAILED");
  }

  @Test
  void shouldRejectABrokenDigestAlgorithm() throws Exception {
    openssl("ts", "-query", "-data", "data.txt", "-md5", "-cert", "-out", "query.tsq");
    stamp();

    assertThat(openssl("ts", "-reply", "-in", "reply.tsr", "-text"))
        .contains("Status: Rejected", "unrecognized or unsupported algorithm");
  }

  @Test
  void shouldRefuseRequestsThatAreTooLongOrBroken() {
    var type = "application/timestamp-query";
    assertThat(server.post("/pki/tsa", type, new byte[20_000]).statusCode()).isEqualTo(413);
    assertThat(server.post("/pki/tsa", type, new byte[] {1, 2, 3}).statusCode()).isEqualTo(400);
    assertThat(server.get("/pki/crl/other.crl").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldNeedTheTokenForEverythingButThePki() throws Exception {
    var open = HttpRequest.newBuilder(server.address("/pki/ca/root.cer")).GET().build();
    var closed = HttpRequest.newBuilder(server.address("/signing/certificates?user=head")).GET();
    var wrong = closed.copy().header("Authorization", "Bearer wrong");

    assertThat(status(open)).isEqualTo(200);
    assertThat(status(closed.build())).isEqualTo(401);
    assertThat(status(wrong.build())).isEqualTo(401);
  }

  private static int status(HttpRequest request) throws IOException, InterruptedException {
    return java.net.http.HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private Credential issue(String user) {
    var person = new Person(user, "Test PILOT " + user, "tester");
    return server.bean(SignerCredentials.class).issue(person);
  }

  private void revoke(Credential credential) {
    var credentials = server.bean(SignerCredentials.class);
    var unused = credentials.revoke(credential.serial(), RevocationReason.KEY_COMPROMISE, "test");
  }

  private void stamp() throws IOException {
    var query = Files.readAllBytes(directory.resolve("query.tsq"));
    var reply = server.post("/pki/tsa", "application/timestamp-query", query);
    Files.write(directory.resolve("reply.tsr"), reply.body());
  }

  private String timestamp(String query) {
    return openssl(
        "ts",
        "-verify",
        "-queryfile",
        query,
        "-in",
        "reply.tsr",
        "-CAfile",
        "root.pem",
        "-untrusted",
        "ca.pem");
  }

  private String openssl(String... arguments) {
    return tool.run(arguments);
  }
}
