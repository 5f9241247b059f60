package uz.yagona.signing.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import uz.yagona.client.JobException;
import uz.yagona.signing.SigningProperties;

/** The bucket for files, when one is configured; also while new files go to the database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("yagona.signing.storage.s3.bucket")
class S3Configuration {
  private static final Duration ATTEMPT = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofSeconds(30);

  @Bean
  S3ContentStore s3ContentStore(SigningProperties properties) {
    var storage = properties.storage();
    var settings = storage.bucket();
    var client =
        S3Client.builder()
            .endpointOverride(settings.endpoint())
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.pathStyle())
            .credentialsProvider(credentials(settings.credentialsFile()))
            // digests are compared here; other servers than Amazon's may not know these checksums
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                limits -> limits.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
            .build();
    return new S3ContentStore(client, settings, storage.maxSize());
  }

  /** Down while the bucket cannot be reached. */
  @Bean
  HealthIndicator documentStoreHealthIndicator(S3ContentStore store) {
    return () -> {
      try {
        store.check();
        return Health.up().build();
      } catch (JobException e) {
        return Health.down().withDetail("store", String.valueOf(e.getMessage())).build();
      }
    };
  }

  /** From the file when there is one, else from the environment of the process. */
  private static AwsCredentialsProvider credentials(@Nullable Path file) {
    if (file == null) {
      return EnvironmentVariableCredentialsProvider.create();
    }
    var values = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      values.load(in);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Expected yagona.signing.storage.s3.credentials-file to be readable, but %s is not"
              .formatted(file),
          e);
    }
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(
            value(values, "access-key-id", file), value(values, "secret-access-key", file)));
  }

  private static String value(Properties values, String name, Path file) {
    var value = values.getProperty(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "Expected %s to have a line %s=…, but it has none".formatted(file, name));
    }
    return value.strip();
  }
}
