package uz.yagona.signing.eimzo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import tools.jackson.databind.json.JsonMapper;

/** The checking service: the vendor's JSON over the simulator's standard algorithm. */
public final class SimulatedVerifier implements AutoCloseable {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private final HttpServer server;
  private final List<String> addresses = new CopyOnWriteArrayList<>();
  private volatile boolean isRevoked;
  private volatile boolean isOut;

  public SimulatedVerifier() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/backend/pkcs7/verify/detached", this::verify);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Network addresses of signers that callers told. */
  public List<String> addresses() {
    return addresses;
  }

  /** Whether certificates are answered as revoked. */
  public void revoke(boolean revoked) {
    isRevoked = revoked;
  }

  /** Whether it answers 502 to everybody. */
  public void fail(boolean out) {
    isOut = out;
  }

  private void verify(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    addresses.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Real-IP")));
    var parts = body.split("\\|", -1);
    var base64 = Base64.getDecoder();
    var answer = answer(base64.decode(parts[0]), base64.decode(parts[1]));
    var bytes = JsonMapper.shared().writeValueAsBytes(answer);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(isOut ? 502 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Map<String, Object> answer(byte[] file, byte[] pkcs7) {
    try {
      var signed = new CMSSignedData(new CMSProcessableByteArray(file), pkcs7);
      var signers =
          signed.getSignerInfos().getSigners().stream().map(one -> signer(signed, one)).toList();
      return Map.of("pkcs7Info", Map.of("signers", signers), "status", 1, "message", "");
    } catch (CMSException e) {
      return Map.of("status", -10, "message", "not a PKCS#7");
    }
  }

  private Map<String, Object> signer(CMSSignedData signed, SignerInformation signer) {
    var certificate =
        (X509CertificateHolder)
            signed.getCertificates().getMatches(signer.getSID()).iterator().next();
    var answer = new java.util.HashMap<String, Object>();
    answer.put("signingTime", TIME.format(LocalDateTime.now(ZoneId.of("Asia/Tashkent"))));
    answer.put("verified", isValid(signer, certificate));
    answer.put("certificateVerified", true);
    answer.put("certificateValidAtSigningTime", true);
    answer.put("certificate", List.of(certificate(certificate)));
    if (isRevoked) {
      answer.put("revokedStatusInfo", Map.of("revocationReason", "keyCompromise"));
    }
    return answer;
  }

  private static boolean isValid(SignerInformation signer, X509CertificateHolder certificate) {
    try {
      return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
    } catch (CMSException | OperatorCreationException | CertificateException e) {
      return false;
    }
  }

  private static Map<String, Object> certificate(X509CertificateHolder certificate) {
    var subject = certificate.getSubject();
    var name = IETFUtils.valueToString(subject.getRDNs(BCStyle.CN)[0].getFirst().getValue());
    var pinfl =
        IETFUtils.valueToString(subject.getRDNs(SimulatedKey.PINFL)[0].getFirst().getValue());
    return Map.of(
        "subjectInfo", Map.of("CN", name, SimulatedKey.PINFL.getId(), pinfl),
        "serialNumber", certificate.getSerialNumber().toString(16),
        "subjectName", subject.toString(),
        "issuerName", certificate.getIssuer().toString());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
