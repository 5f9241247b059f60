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
import uz.yagona.gateway.GatewayProperties;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Answers;
import uz.yagona.gateway.problem.ForbiddenException;
import uz.yagona.gateway.problem.InvalidRequestException;

/** Sets the engine's clock where the installation allows it. */
@ChecksRights
@RestController("gatewayClockController")
@RequestMapping("/v2/clock")
final class ClockController {
  private final Commands commands;
  private final GatewayProperties properties;

  ClockController(Commands commands, GatewayProperties properties) {
    this.commands = commands;
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
    return Answers.noContent(commands.pinClock(Instant.ofEpochMilli(timestamp)));
  }

  @PostMapping("/reset")
  CompletableFuture<ResponseEntity<Void>> reset() {
    allow();
    return Answers.noContent(commands.resetClock());
  }

  private void allow() {
    if (!properties.clockControl()) {
      throw new ForbiddenException(
          "Expected yagona.gateway.clock-control=true to set the clock, but it is false");
    }
  }
}
