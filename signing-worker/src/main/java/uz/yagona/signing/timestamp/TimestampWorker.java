package uz.yagona.signing.timestamp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.springframework.stereotype.Component;
import uz.yagona.client.JobContext;
import uz.yagona.client.JobException;
import uz.yagona.client.JobTask;
import uz.yagona.signing.pki.TimestampAuthority;

/**
 * Job type {@code timestamp}: proves that a digest existed. Input {@code digest} (SHA-256,
 * hexadecimal), output {@code timestamp {time, serial, token}} with the token in base64.
 */
@Component
class TimestampWorker implements JobTask {
  private static final int NONCE_BITS = 64;

  private final TimestampAuthority authority;
  private final TokenRepository tokens;
  private final SecureRandom random = new SecureRandom();

  TimestampWorker(TimestampAuthority authority, TokenRepository tokens) {
    this.authority = authority;
    this.tokens = tokens;
  }

  @Override
  public String type() {
    return "timestamp";
  }

  @Override
  public List<String> fetchVariables() {
    return List.of("digest");
  }

  @Override
  public Map<String, Object> handle(JobContext job) {
    var digest = job.text("digest");
    if (!digest.matches("[0-9a-f]{64}")) {
      throw JobException.permanent(
          "Expected variable 'digest' to be a SHA-256 in lower case hexadecimal, but it is not");
    }
    var token = tokens.find(job.key()).orElseGet(() -> stamp(job.key(), digest));
    return Map.of(
        "timestamp",
        Map.of(
            "time", token.stampedAt().atOffset(ZoneOffset.UTC).toString(),
            "serial", token.serial(),
            "token", Base64.getEncoder().encodeToString(token.token())));
  }

  private StoredToken stamp(long jobKey, String digest) {
    var fresh = token(digest);
    tokens.add(jobKey, fresh);
    return tokens.find(jobKey).orElse(fresh);
  }

  private StoredToken token(String digest) {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    try {
      var request =
          generator.generate(
              TSPAlgorithms.SHA256,
              HexFormat.of().parseHex(digest),
              new BigInteger(NONCE_BITS, random));
      return checked(
          digest, request, new TimeStampResponse(authority.answer(request.getEncoded())));
    } catch (TSPException e) {
      throw JobException.temporary("Expected a timestamp, but the answer does not fit", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StoredToken checked(
      String digest, TimeStampRequest request, TimeStampResponse response)
      throws TSPException, IOException {
    response.validate(request);
    var token = response.getTimeStampToken();
    if (token == null) {
      throw JobException.temporary(
          "Expected a timestamp, but it was refused: " + response.getStatusString());
    }
    var stamp = token.getTimeStampInfo();
    return new StoredToken(
        digest,
        stamp.getSerialNumber().toString(),
        token.getEncoded(),
        stamp.getGenTime().toInstant());
  }
}
