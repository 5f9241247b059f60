package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The installation's seal, judged by OpenSSL. */
class SealIT {
  private static final byte[] MANIFEST = "{\"line\":\"pack\"}\n".getBytes(StandardCharsets.UTF_8);

  private final SigningServer server = SigningServer.shared();
  @TempDir Path directory;

  @Test
  void shouldSealBytesThatStayApart() throws IOException {
    var seal = seal(MANIFEST);

    Files.write(directory.resolve("manifest"), MANIFEST);
    Files.write(directory.resolve("seal"), seal);
    assertThat(verify("manifest").code()).isZero();
    Files.writeString(directory.resolve("changed"), "{\"line\":\"pack\"} \n");
    assertThat(verify("changed").code()).isNotZero();
  }

  @Test
  void shouldCarryATimestampOverItself() throws CMSException, IOException, TSPException {
    var signer = new CMSSignedData(seal(MANIFEST)).getSignerInfos().getSigners().iterator().next();

    var stamp =
        signer
            .getUnsignedAttributes()
            .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
            .getAttributeValues()[0];

    var token = new TimeStampToken(new CMSSignedData(stamp.toASN1Primitive().getEncoded()));
    assertThat(token.getTimeStampInfo().getMessageImprintDigest())
        .isEqualTo(sha256(signer.getSignature()));
  }

  private byte[] seal(byte[] content) {
    var response = server.post("/signing/seals", "application/octet-stream", content);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private Tool.Output verify(String content) throws IOException {
    var root = server.get("/pki/ca/root.cer").body();
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root);
    Files.writeString(
        directory.resolve("root.pem"),
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(base64));
    return Tool.run(
        directory,
        "openssl",
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        "seal",
        "-content",
        content,
        "-CAfile",
        "root.pem",
        "-purpose",
        "any",
        "-out",
        "checked");
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
