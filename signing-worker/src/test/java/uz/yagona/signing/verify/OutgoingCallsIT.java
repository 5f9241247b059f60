package uz.yagona.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.Policy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.yagona.signing.SigningServer;
import uz.yagona.signing.pades.CarelessSigner;
import uz.yagona.signing.pades.PkiBridge;
import uz.yagona.signing.pki.ForeignPki;
import uz.yagona.signing.pki.Person;
import uz.yagona.signing.pki.SignerCredentials;
import uz.yagona.signing.render.SampleDecision;

/** A file under check names addresses; none of them may be called. */
class OutgoingCallsIT {
  private final SigningServer server = SigningServer.shared();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpServer trap;
  private URI address;

  @BeforeEach
  void listen() throws IOException {
    server.awaitReady();
    trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    trap.createContext(
        "/",
        exchange -> {
          calls.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    trap.start();
    address = URI.create("http://localhost:" + trap.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    trap.stop(0);
  }

  @Test
  void shouldNotFetchTheListsRespondersAndIssuersOfAForeignCertificate() {
    var credential = ForeignPki.signerWithServicesAt(address.resolve("/elsewhere"));

    verify(signer().sign(draft(), credential));

    assertThat(calls).isEmpty();
  }

  @Test
  void shouldNotFetchTheSignaturePolicyThatASignatureNames() {
    var policy = new Policy();
    policy.setId("1.2.3.4.5");
    policy.setDigestAlgorithm(DigestAlgorithm.SHA256);
    policy.setDigestValue(new byte[32]);
    policy.setSpuri(address.resolve("/latest/meta-data").toString());
    var credential =
        server
            .bean(SignerCredentials.class)
            .issue(new Person("policy", "Test PILOT policy", "tester"));
    var file =
        signer()
            .with(settings -> settings.bLevel().setSignaturePolicy(policy))
            .sign(draft(), credential);

    verify(file);
    var report = server.post("/signing/verifications/report", "application/pdf", file);

    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(calls).isEmpty();
  }

  private void verify(byte[] file) {
    assertThat(server.verify(file).path("signatures")).hasSize(1);
  }

  private CarelessSigner signer() {
    return new CarelessSigner(server.bean(PkiBridge.class));
  }

  private static byte[] draft() {
    return SampleDecision.draw(Instant.now(), ZoneOffset.UTC);
  }
}
