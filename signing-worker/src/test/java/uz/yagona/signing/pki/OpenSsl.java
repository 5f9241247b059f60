package uz.yagona.signing.pki;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import uz.yagona.signing.SigningServer;
import uz.yagona.signing.Tool;

/** OpenSSL with the certificates and revocation lists of a server in one directory. */
final class OpenSsl {
  private final Path directory;
  private final SigningServer server;

  OpenSsl(Path directory, SigningServer server) {
    this.directory = directory;
    this.server = server;
  }

  /** Fetches what the PKI publishes now. */
  void fetch() throws IOException {
    pem("root.pem", server.get("/pki/ca/root.cer").body(), "CERTIFICATE");
    pem("ca.pem", server.get("/pki/ca/issuing.cer").body(), "CERTIFICATE");
    for (var authority : new String[] {"root", "issuing"}) {
      pem(authority + ".crl.pem", list(authority).body(), "X509 CRL");
    }
  }

  private HttpResponse<byte[]> list(String authority) {
    return server.get("/pki/crl/" + authority + ".crl");
  }

  /** Checks a certificate with the lists of both authorities. */
  String verify(String certificate) throws IOException {
    Files.writeString(
        directory.resolve("trust.pem"),
        Files.readString(directory.resolve("root.pem"))
            + Files.readString(directory.resolve("root.crl.pem"))
            + Files.readString(directory.resolve("issuing.crl.pem")));
    return run(
        "verify",
        "-x509_strict",
        "-CAfile",
        "trust.pem",
        "-crl_check_all",
        "-untrusted",
        "ca.pem",
        certificate);
  }

  /** Asks the responder about a certificate. */
  String status(String certificate) {
    return run(
        "ocsp",
        "-issuer",
        "ca.pem",
        "-cert",
        certificate,
        "-url",
        server.address("/pki/ocsp").toString(),
        "-CAfile",
        "root.pem",
        "-verify_other",
        "ca.pem");
  }

  /** Checks the signature that {@code SignedParts} wrote under this number. */
  String cms(int number) {
    return run(
        "cms",
        "-verify",
        "-cades",
        "-inform",
        "DER",
        "-in",
        number + ".p7",
        "-content",
        number + ".data",
        "-binary",
        "-CAfile",
        "root.pem",
        "-certfile",
        "ca.pem",
        "-purpose",
        "any",
        "-out",
        "verified");
  }

  String run(String... arguments) {
    return Tool.run(directory, "openssl", arguments).text();
  }

  void pem(String name, byte[] der, String kind) throws IOException {
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    Files.writeString(
        directory.resolve(name),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, base64));
  }
}
