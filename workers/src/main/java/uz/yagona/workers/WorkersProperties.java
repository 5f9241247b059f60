package uz.yagona.workers;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the job workers.
 *
 * @param serviceToken bearer token of calls between the parts; must be set
 * @param portal where the portal's internal API is
 * @param register the state register that {@code register-call} asks
 * @param workers settings of the workers alone
 */
@ConfigurationProperties("yagona")
public record WorkersProperties(
    @Nullable String serviceToken,
    @DefaultValue Portal portal,
    @DefaultValue Register register,
    @DefaultValue Workers workers) {

  /** Refuses what would otherwise show as failing jobs much later. */
  public WorkersProperties {
    if (serviceToken == null || serviceToken.isBlank()) {
      throw new IllegalArgumentException(
          "Expected yagona.service-token to be set, but it is missing");
    }
    if (register.url() == null && !register.simulator()) {
      throw new IllegalArgumentException(
          "Expected yagona.register.url when yagona.register.simulator is false,"
              + " but it is missing");
    }
  }

  /**
   * @param url base address of the portal; {@code http://localhost:8080} by default
   */
  public record Portal(@DefaultValue("http://localhost:8080") URI url) {}

  /**
   * @param url base address of a real register; absent means that the simulator answers
   * @param simulator whether the register simulator is started when there is no {@code url}; {@code
   *     true} by default
   * @param simulatorPort port of the simulator on the loopback address; 0, any free one, by default
   */
  public record Register(
      @Nullable URI url,
      @DefaultValue("true") boolean simulator,
      @DefaultValue("0") int simulatorPort) {}

  /**
   * @param zone time zone of terms; {@code Asia/Tashkent} by default
   * @param officeOpens when working time begins; 09:00 by default
   * @param officeCloses when working time, and with it a term's last day, ends; 18:00 by default
   * @param moveToWorkingDay whether a term in calendar days or months that ends on a day off ends
   *     on the next working day; {@code true} by default
   * @param connectTimeout limit for connecting to portal and register; 2 seconds by default
   * @param readTimeout limit for an answer of portal and register; 10 seconds by default
   */
  public record Workers(
      @DefaultValue("Asia/Tashkent") ZoneId zone,
      @DefaultValue("09:00") LocalTime officeOpens,
      @DefaultValue("18:00") LocalTime officeCloses,
      @DefaultValue("true") boolean moveToWorkingDay,
      @DefaultValue("2s") Duration connectTimeout,
      @DefaultValue("10s") Duration readTimeout) {

    /** Refuses office hours without working time. */
    public Workers {
      if (!officeOpens.isBefore(officeCloses)) {
        throw new IllegalArgumentException(
            "Expected yagona.workers.office-opens before yagona.workers.office-closes,"
                + " but they are %s and %s".formatted(officeOpens, officeCloses));
      }
    }
  }

  /** The token that own calls carry. */
  public String token() {
    if (serviceToken == null) {
      throw new IllegalStateException("Expected yagona.service-token, but it is missing");
    }
    return serviceToken;
  }

  /** Keeps the token out of log lines. */
  @Override
  public String toString() {
    return "WorkersProperties[portal=%s, register=%s, workers=%s]"
        .formatted(portal, register, workers);
  }
}
