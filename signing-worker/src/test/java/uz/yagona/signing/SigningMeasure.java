package uz.yagona.signing;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import uz.yagona.database.Stretch;
import uz.yagona.signing.pades.Level;
import uz.yagona.signing.pades.PadesSigner;
import uz.yagona.signing.pades.SignatureRequest;
import uz.yagona.signing.pki.Credential;
import uz.yagona.signing.pki.Person;
import uz.yagona.signing.pki.PkiEndpoints;
import uz.yagona.signing.pki.SignerCredentials;
import uz.yagona.signing.render.SampleDecision;

/**
 * Prints what signing costs, one JSON line for each result: {@code SigningMeasure ALGORITHM COUNT}.
 * End to end is from the job to the stored file, with the answers of engine and portal (stubs in
 * this process) and PostgreSQL; bare is the call of the signature library with the pilot PKI.
 */
public final class SigningMeasure {
  private static final List<Integer> THREADS = List.of(1, 2);
  private static final int WARM_UP = 300;

  private final SigningServer server;
  private final String algorithm;
  private final int count;

  private SigningMeasure(SigningServer server, String algorithm, int count) {
    this.server = server;
    this.algorithm = algorithm;
    this.count = count;
  }

  public static void main(String[] arguments) throws Exception {
    var algorithm = arguments[0];
    try (var server =
        SigningServer.start(
            "--yagona.signing.key-algorithm=" + algorithm,
            "--yagona.signing.pki.requests-per-minute=100000000")) {
      server.awaitReady();
      new SigningMeasure(server, algorithm, Integer.parseInt(arguments[1])).run();
    }
    System.exit(0);
  }

  private void run() throws Exception {
    warmUp();
    for (var level : Level.values()) {
      for (int threads : THREADS) {
        endToEnd(level, threads);
        bare(level, threads);
      }
    }
    for (int threads : THREADS) {
      var work = work("generate and sign").with("level", "B-LT");
      work.measure(threads, count, number -> server.signed("B-LT"));
    }
    verification();
    pki();
  }

  private void warmUp() {
    Stretch.warmUp(2, WARM_UP, number -> server.verify(server.signed("B-LTA")));
    Stretch.warmUp(2, WARM_UP, number -> server.signed("B-T"));
  }

  private Stretch work(String name) {
    return Stretch.of(name).with("algorithm", algorithm);
  }

  private void endToEnd(Level level, int threads) {
    var drafts = new ConcurrentLinkedQueue<SigningServer.Draft>();
    Stretch.warmUp(2, count, number -> drafts.add(server.draft("uz-Latn")));
    work("sign end to end")
        .with("level", code(level))
        .measure(
            threads,
            count,
            number -> server.handle("pdf-sign", server.signJob(drafts.remove(), code(level))));
  }

  private void bare(Level level, int threads) {
    var signer = server.bean(PadesSigner.class);
    var draft = SampleDecision.draw(Instant.now(), ZoneOffset.UTC);
    var credential = server.bean(SignerCredentials.class).find("head").orElseThrow();
    var request =
        new SignatureRequest(
            credential, level, "Head", "measure", Language.UZ_LATN, List.of("Head"), null);
    IntConsumer sign = number -> signer.sign(draft, request);
    Stretch.warmUp(threads, WARM_UP / 5, sign);
    work("sign bare").with("level", code(level)).measure(threads, count, sign);
  }

  private static String code(Level level) {
    return level.label().replace("PAdES-", "");
  }

  private void verification() {
    for (var level : List.of("B-T", "B-LT", "B-LTA")) {
      var signed = server.signed(level);
      Stretch.warmUp(2, WARM_UP / 3, number -> server.verify(signed));
      for (int threads : THREADS) {
        work("verify").with("level", level).measure(threads, count, number -> valid(signed));
      }
    }
  }

  private void valid(byte[] signed) {
    if (!server.verify(signed).path("result").asString().equals("VALID")) {
      throw new IllegalStateException("Expected a valid file");
    }
  }

  private void pki() throws Exception {
    var endpoints = server.bean(PkiEndpoints.class);
    var stamp = timestampRequest();
    var status = statusRequest(server.bean(SignerCredentials.class).find("head").orElseThrow());
    var credentials = server.bean(SignerCredentials.class);
    var many = 8 * count;
    for (int threads : THREADS) {
      each("timestamp", threads, many, number -> post(endpoints, "tsa", stamp));
      each("OCSP answer", threads, many, number -> post(endpoints, "ocsp", status));
      each(
          "OCSP answer over HTTP",
          threads,
          many,
          number -> server.post("/pki/ocsp", "application/ocsp-request", status));
      each(
          "certificate issue",
          threads,
          count,
          number -> credentials.issue(new Person("bench-" + number, "Bench PILOT", "bench")));
    }
  }

  private void each(String name, int threads, int operations, IntConsumer operation) {
    Stretch.warmUp(threads, operations / 4, operation);
    work(name).measure(threads, operations, operation);
  }

  private static void post(PkiEndpoints endpoints, String path, byte[] request) {
    if (endpoints.post(path, request).isEmpty()) {
      throw new IllegalStateException("Expected an answer of " + path);
    }
  }

  private static byte[] timestampRequest() throws Exception {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return generator.generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.TEN).getEncoded();
  }

  private static byte[] statusRequest(Credential credential) throws Exception {
    var sha1 =
        new JcaDigestCalculatorProviderBuilder()
            .build()
            .get(new AlgorithmIdentifier(CertificateID.HASH_SHA1.getAlgorithm()));
    var issuer = new JcaX509CertificateHolder(credential.chain().get(1));
    var id = new CertificateID(sha1, issuer, credential.certificate().getSerialNumber());
    return new OCSPReqBuilder().addRequest(id).build().getEncoded();
  }
}
