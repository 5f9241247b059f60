package uz.yagona.gateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the API is served.
 *
 * @param grpcPort port of the gRPC API; 0 takes a free one; 26500 by default
 * @param maxMessageSize longest JSON body or gRPC message, resources of a deployment excepted over
 *     REST; 8 MB by default
 * @param maxDocumentSize longest document; the server's multipart limits must let it pass; 20 MB by
 *     default
 * @param defaultPoll how long a call that does not say waits for jobs; 10 seconds by default
 * @param longestPoll how long a call may wait for jobs at most; 60 seconds by default
 * @param longestResultWait how long a call may wait for the result of a process instance at most;
 *     10 minutes by default
 * @param clockControl whether callers may set the engine's clock; for tests and demonstrations,
 *     since it moves every deadline; {@code false} by default
 * @param testEndpoints whether what Camunda Process Test asks of a remote runtime is served without
 *     sign-in: clock, purge, topology; never outside tests; {@code false} by default
 */
@ConfigurationProperties("yagona.gateway")
public record GatewayProperties(
    @DefaultValue("26500") int grpcPort,
    @DefaultValue("8MB") DataSize maxMessageSize,
    @DefaultValue("20MB") DataSize maxDocumentSize,
    @DefaultValue("10s") Duration defaultPoll,
    @DefaultValue("60s") Duration longestPoll,
    @DefaultValue("10m") Duration longestResultWait,
    @DefaultValue("false") boolean clockControl,
    @DefaultValue("false") boolean testEndpoints) {

  /** Checks what would fail later only. */
  public GatewayProperties {
    if (grpcPort < 0 || grpcPort > 65535) {
      throw new IllegalArgumentException(
          "Expected yagona.gateway.grpc-port from 0 to 65535, but it is " + grpcPort);
    }
    if (defaultPoll.compareTo(longestPoll) > 0) {
      throw new IllegalArgumentException(
          "Expected yagona.gateway.default-poll of at most yagona.gateway.longest-poll, but it is "
              + defaultPoll);
    }
  }

  /** How long a call waits for jobs: as asked, or the default for 0, within the limit. */
  public Duration pollFor(long requestTimeoutMillis) {
    if (requestTimeoutMillis < 0) {
      return Duration.ZERO;
    }
    return within(longestPoll, requestTimeoutMillis, defaultPoll);
  }

  /** How long a call waits for a result: as asked, or the limit for 0 or less. */
  public Duration resultWaitFor(long requestTimeoutMillis) {
    return within(longestResultWait, requestTimeoutMillis, longestResultWait);
  }

  private static Duration within(Duration limit, long askedMillis, Duration otherwise) {
    if (askedMillis <= 0) {
      return otherwise;
    }
    return Duration.ofMillis(Math.min(askedMillis, limit.toMillis()));
  }
}
