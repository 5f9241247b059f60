package uz.yagona.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PollBackoffTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(PollBackoff.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private Instant now = Instant.parse("2026-12-01T09:00:00Z");
  private final PollBackoff backoff = new PollBackoff(() -> now);

  @BeforeEach
  void listen() {
    said.start();
    logger.addAppender(said);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(said);
  }

  @Test
  void shouldSayOnceAMinuteThatNoJobsCome() {
    for (var poll = 0; poll < 15; poll++) {
      backoff.supplyRetryDelay(0);
    }
    assertThat(said.list).hasSize(1);

    now = now.plus(Duration.ofSeconds(59));
    backoff.supplyRetryDelay(0);
    assertThat(said.list).hasSize(1);

    now = now.plus(Duration.ofSeconds(1));
    backoff.supplyRetryDelay(0);
    assertThat(said.list).hasSize(2);
  }

  @Test
  void shouldWaitLongerEachTimeUpToFiveSeconds() {
    var pause = 0L;
    for (var poll = 0; poll < 30; poll++) {
      pause = backoff.supplyRetryDelay(pause);
      assertThat(pause).isBetween(100L, 5_500L);
    }
    assertThat(pause).isGreaterThan(4_000L);
  }
}
