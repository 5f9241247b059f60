package uz.yagona.gateway.clock;

import io.camunda.client.protocol.rest.ClockPinRequest;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.Engine;
import uz.yagona.gateway.GatewayProperties;
import uz.yagona.gateway.json.Answers;
import uz.yagona.gateway.problem.ForbiddenException;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Sets the engine's clock where the installation allows it. */
@RestController("gatewayClockController")
@RequestMapping("/v2/clock")
final class ClockController {
  private final Engine engine;
  private final GatewayProperties properties;

  ClockController(Engine engine, GatewayProperties properties) {
    this.engine = engine;
    this.properties = properties;
  }

  @PutMapping
  CompletableFuture<ResponseEntity<Void>> pin(@RequestBody ClockPinRequest body) {
    allow();
    var timestamp = body.getTimestamp();
    if (timestamp == null || timestamp < 0) {
      throw new InvalidRequestException(
          "Expected 'timestamp' in milliseconds since 1970, but got %s".formatted(timestamp));
    }
    return Answers.noContent(engine.pinClock(Instant.ofEpochMilli(timestamp)));
  }

  @PostMapping("/reset")
  CompletableFuture<ResponseEntity<Void>> reset() {
    allow();
    return Answers.noContent(engine.resetClock());
  }

  private void allow() {
    if (!properties.clockControl()) {
      throw new ForbiddenException(
          "Expected yagona.gateway.clock-control=true to set the clock, but it is false");
    }
  }
}
