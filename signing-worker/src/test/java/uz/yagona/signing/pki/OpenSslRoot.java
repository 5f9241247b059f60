package uz.yagona.signing.pki;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uz.yagona.signing.Tool;

/** A root authority that OpenSSL keeps in a directory of its own. */
final class OpenSslRoot {
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
      crlDistributionPoints = URI:https://yagona.example.uz/pki/crl/root.crl
      authorityInfoAccess = caIssuers;URI:https://yagona.example.uz/pki/ca/root.cer
      [req]
      distinguished_name = name
      [name]
      """;

  private final Path directory;

  private OpenSslRoot(Path directory) {
    this.directory = directory;
  }

  static OpenSslRoot make(Path directory) throws IOException {
    var root = new OpenSslRoot(directory);
    Files.writeString(directory.resolve("own.cnf"), CONFIGURATION);
    Files.writeString(directory.resolve("index.txt"), "");
    Files.writeString(directory.resolve("crlnumber"), "01\n");
    root.openssl("ecparam -name prime256v1 -genkey -noout -out root.key");
    root.openssl(
        "req -new -x509 -config own.cnf -extensions root -key root.key -days 3650 -out root.made"
            + " -subj /C=UZ/O=PILOT/CN=Root");
    return root;
  }

  /** Certifies without saying where the list is. */
  void answerWithoutList(Path service) throws IOException {
    var configuration = directory.resolve("own.cnf");
    var all = Files.readAllLines(configuration);
    Files.write(configuration, all.stream().filter(line -> !line.startsWith("crlDist")).toList());
    answer(service);
  }

  /** Certifies the request in {@code service} and puts certificates and list beside it. */
  void answer(Path service) throws IOException {
    openssl(
        "x509 -req -in %s -CA root.made -CAkey root.key -CAcreateserial -days 2555"
                .formatted(service.resolve("issuing.csr"))
            + " -extfile own.cnf -extensions issuing -out issuing.made");
    Files.copy(directory.resolve("root.made"), service.resolve("root.cer"));
    Files.copy(directory.resolve("issuing.made"), service.resolve("issuing.cer"));
    publish(service);
  }

  /** Revokes what it certified. */
  void revokeIssuing() {
    openssl("ca -config own.cnf -revoke issuing.made -keyfile root.key -cert root.made");
  }

  /** Puts its newest list there. */
  void publish(Path service) throws IOException {
    openssl("ca -config own.cnf -gencrl -keyfile root.key -cert root.made -out list.made");
    Files.copy(
        directory.resolve("list.made"),
        service.resolve("root.crl"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  String openssl(String command) {
    return Tool.run(directory, "openssl", command.split(" ", -1)).text();
  }
}
