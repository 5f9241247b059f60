package uz.yagona.engine.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import uz.yagona.engine.api.EventCommand.BroadcastSignal;
import uz.yagona.engine.api.Variables;

class InboxTest {
  private static final int CAPACITY = 3;
  private static final long VOLUME = 1_000;

  private final Inbox inbox = new Inbox(CAPACITY, VOLUME);

  @Test
  void shouldRefuseACommandMoreThanItsCapacity() {
    for (var i = 0; i < CAPACITY; i++) {
      assertThat(inbox.offer(carrying(10))).isTrue();
    }
    assertThat(inbox.offer(carrying(10))).isFalse();
  }

  @Test
  void shouldRefuseMoreVariablesThanItHasMemoryFor() {
    assertThat(inbox.offer(carrying(300))).isTrue();
    assertThat(inbox.offer(carrying(300))).isFalse();
    assertThat(inbox.offer(carrying(50))).isTrue();
  }

  @Test
  void shouldTakeALargeCommandWhenItWaitsAlone() {
    assertThat(inbox.offer(carrying(5_000))).isTrue();
    assertThat(inbox.offer(carrying(1))).isFalse();
  }

  @Test
  void shouldHaveRoomAgainWhenTheWriterHasTakenTheCommands() throws InterruptedException {
    assertThat(inbox.offer(carrying(900))).isTrue();
    assertThat(inbox.offer(carrying(900))).isFalse();

    var taken = new ArrayList<Work>();
    inbox.drain(taken, 10, 0);

    assertThat(taken).hasSize(1);
    assertThat(inbox.size()).isZero();
    assertThat(inbox.offer(carrying(900))).isTrue();
  }

  @Test
  void shouldCountNestedTextAsMemory() {
    var nested = Map.of("list", List.of("x".repeat(300), Map.of("text", "y".repeat(300))));

    assertThat(Variables.of(nested).volume()).isBetween(1_200L, 1_500L);
  }

  private static Work.Request carrying(int characters) {
    var command = new BroadcastSignal("s", Variables.of(Map.of("v", "x".repeat(characters))));
    return new Work.Request(command, new CompletableFuture<>(), command.volume());
  }
}
