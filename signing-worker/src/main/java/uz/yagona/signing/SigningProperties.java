package uz.yagona.signing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import uz.yagona.signing.pki.KeyAlgorithm;
import uz.yagona.signing.pki.RootMode;

/**
 * Documents, signatures, certificates and their limits.
 *
 * @param url where the portal reaches this part; {@code http://localhost:8080} by default
 * @param keyAlgorithm kind of new keys, {@code ECDSA_P256} (default) or {@code RSA_3072}; existing
 *     keys stay
 * @param zone time zone of the dates printed in documents; {@code Asia/Tashkent} by default
 * @param verification limits of checking foreign files
 * @param pki the pilot PKI and the limits of its public endpoints
 * @param remote signatures with keys that people keep
 * @param storage where the files of documents are kept
 */
@ConfigurationProperties("yagona.signing")
public record SigningProperties(
    @DefaultValue("http://localhost:8080") URI url,
    @DefaultValue("ECDSA_P256") KeyAlgorithm keyAlgorithm,
    @DefaultValue("Asia/Tashkent") ZoneId zone,
    @DefaultValue Verification verification,
    @DefaultValue Pki pki,
    @DefaultValue Remote remote,
    @DefaultValue Storage storage) {

  /**
   * Signatures with keys that people keep.
   *
   * @param preparedFor how long a person has to sign what was prepared; 10 minutes by default
   * @param eImzo the checking service of E-IMZO; without one this way of signing is not offered
   */
  public record Remote(@DefaultValue("10m") Duration preparedFor, @Nullable EImzo eImzo) {}

  /**
   * E-IMZO signatures: checked by the vendor's service, kept beside the PDF, sealed by the
   * organisation.
   *
   * @param verifier base address of the vendor's service, or of the proxy that sets {@code Host} to
   *     the portal's domain before it
   * @param timeout how long its answer may take; 10 seconds by default
   * @param organisationCode code of the organisation that seals; {@code YAGONA} by default
   * @param organisationName its name, as in the seal's certificate; {@code Yagona} by default
   * @param acceptSimulator takes signatures of the simulator, which prove nothing; for trying out
   *     only; {@code false} by default
   */
  public record EImzo(
      URI verifier,
      @DefaultValue("10s") Duration timeout,
      @DefaultValue("YAGONA") String organisationCode,
      @DefaultValue("Yagona") String organisationName,
      @DefaultValue("false") boolean acceptSimulator) {

    /** Refuses settings without the one that they belong to. */
    public EImzo {
      if (verifier == null) {
        throw new IllegalArgumentException(
            "Expected yagona.signing.remote.e-imzo.verifier beside the others, but it is missing");
      }
    }
  }

  /**
   * Where the files of documents are kept.
   *
   * @param location where new files go: {@code DATABASE} (default) or {@code S3}; others stay where
   *     they are
   * @param maxSize largest file of a document, signatures included; 50 MB by default
   * @param s3 the bucket; must stay set while any file is in it
   */
  public record Storage(
      @DefaultValue("DATABASE") Location location,
      @DefaultValue("50MB") DataSize maxSize,
      @Nullable S3 s3) {

    /** Where a file is. */
    public enum Location {
      DATABASE,
      S3
    }

    /** Checks what would otherwise show at the first document. */
    public Storage {
      if (location == Location.S3 && s3 == null) {
        throw new IllegalArgumentException(
            "Expected yagona.signing.storage.s3 to be set for location S3, but it is missing");
      }
    }

    /** The bucket that is configured. */
    public S3 bucket() {
      if (s3 == null) {
        throw new IllegalStateException(
            "Expected yagona.signing.storage.s3 to be set, but it is missing");
      }
      return s3;
    }
  }

  /**
   * A bucket of an S3-compatible server.
   *
   * @param endpoint address of the server, such as {@code https://s3.example.uz}
   * @param region name of its region; {@code us-east-1} by default, which most servers take
   * @param bucket its name; it must exist, without versions and locks
   * @param prefix of all keys; {@code documents/} by default
   * @param pathStyle whether the bucket stands in the path and not in the host name; {@code true}
   *     by default
   * @param credentialsFile path of a file with lines {@code access-key-id=} and {@code
   *     secret-access-key=}; without one, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the
   *     environment
   */
  public record S3(
      URI endpoint,
      @DefaultValue("us-east-1") String region,
      String bucket,
      @DefaultValue("documents/") String prefix,
      @DefaultValue("true") boolean pathStyle,
      @Nullable Path credentialsFile) {

    /** Refuses settings without those that they belong to. */
    public S3 {
      if (endpoint == null || bucket == null || bucket.isBlank()) {
        throw new IllegalArgumentException(
            "Expected yagona.signing.storage.s3.endpoint and .bucket to be set, but one is missing");
      }
    }
  }

  /**
   * Limits of checking one file.
   *
   * @param maxSize largest file; 20 MB by default
   * @param maxPages most pages; 300 by default
   * @param maxSignatures most signatures; 30 by default
   * @param timeout longest time for one file; 20 seconds by default
   * @param concurrency files checked at once, further ones are asked to come again; 2 by default
   */
  public record Verification(
      @DefaultValue("20MB") DataSize maxSize,
      @DefaultValue("300") int maxPages,
      @DefaultValue("30") int maxSignatures,
      @DefaultValue("20s") Duration timeout,
      @DefaultValue("2") int concurrency) {}

  /**
   * The pilot PKI.
   *
   * @param requestsPerMinute calls of the PKI endpoints from one address in a minute; 6000 by
   *     default
   * @param automaticIssue whether a first certificate is given at the first signature, without the
   *     registration desk; {@code false} by default
   * @param root where the root key is: {@code EMBEDDED} (default) makes it at the first start,
   *     {@code OFFLINE} never sees it
   * @param token keeps the keys; without one they lie in PKCS#12 files
   */
  public record Pki(
      @DefaultValue("6000") int requestsPerMinute,
      @DefaultValue("false") boolean automaticIssue,
      @DefaultValue("EMBEDDED") RootMode root,
      @Nullable Token token) {}

  /**
   * A PKCS#11 token that keeps all keys of the pilot PKI.
   *
   * @param library path of the library of the token's maker
   * @param slot number in the library's list of slots, the first is 0
   * @param pinFile path of a file that holds the PIN alone
   */
  public record Token(Path library, @DefaultValue("0") int slot, Path pinFile) {}
}
