package uz.yagona.engine.random;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import uz.yagona.engine.random.Block.Enough;
import uz.yagona.engine.random.Block.Event;
import uz.yagona.engine.random.Block.Fork;
import uz.yagona.engine.random.Block.Guard;
import uz.yagona.engine.random.Block.Kind;
import uz.yagona.engine.random.Block.Leaf;
import uz.yagona.engine.random.Block.Loop;
import uz.yagona.engine.random.Block.Many;
import uz.yagona.engine.random.Block.Paths;
import uz.yagona.engine.random.Block.Scope;
import uz.yagona.engine.random.Block.Sequence;
import uz.yagona.engine.random.Block.Trigger;

/**
 * Draws processes. What runs side by side begins with something that waits: so no two paths race
 * within a step, and what must happen is defined.
 */
final class RandomBlocks {
  private static final int DEPTH = 4;

  private final Random random;
  private int ids;

  RandomBlocks(Random random) {
    this.random = random;
  }

  Block draw() {
    return sequence(DEPTH);
  }

  private String id(String kind) {
    return kind + ++ids;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Different for each timer, so that no two fall due at once. */
  private Duration duration() {
    return Duration.ofSeconds(60 + random.nextInt(10_000_000));
  }

  private Leaf leaf(Kind kind) {
    var name = kind.name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
    return new Leaf(id(name), kind, duration());
  }

  private Leaf waiting() {
    return leaf(
        one(
            List.of(
                Kind.JOB, Kind.JOB, Kind.MAPPED_JOB, Kind.USER_TASK, Kind.TIMER, Kind.MESSAGE)));
  }

  private Block sequence(int depth) {
    return new Sequence(id("seq"), several(1, 3, () -> block(depth - 1)));
  }

  private Block waitingSequence(int depth) {
    var parts = new ArrayList<Block>();
    parts.add(random.nextInt(4) == 0 ? guard(waiting(Kind.JOB), depth - 1) : waiting());
    parts.addAll(several(0, 2, () -> block(depth - 1)));
    return new Sequence(id("seq"), parts);
  }

  private Leaf waiting(Kind kind) {
    return leaf(kind);
  }

  private List<Block> several(int least, int most, Supplier<Block> draw) {
    return IntStream.range(0, least + random.nextInt(most - least + 1))
        .mapToObj(i -> draw.get())
        .toList();
  }

  private Block block(int depth) {
    if (depth <= 0) {
      return random.nextInt(3) == 0 ? leaf(one(List.of(Kind.values()))) : waiting();
    }
    return switch (random.nextInt(8)) {
      case 0 -> leaf(one(List.of(Kind.values())));
      case 1 -> paths(Fork.EXCLUSIVE, several(2, 3, () -> sequence(depth - 1)));
      case 2 -> paths(Fork.INCLUSIVE, several(2, 3, () -> waitingSequence(depth - 1)));
      case 3 -> paths(Fork.PARALLEL, several(2, 3, () -> waitingSequence(depth - 1)));
      case 4 -> guard(activity(depth), depth);
      default -> activity(depth);
    };
  }

  private Block paths(Fork fork, List<Block> parts) {
    var limits = new ArrayList<Integer>();
    for (var i = 1; i < parts.size(); i++) {
      limits.add(random.nextInt(8));
    }
    return new Paths(id(fork.name().toLowerCase(java.util.Locale.ROOT)), fork, limits, parts);
  }

  private Block activity(int depth) {
    return switch (random.nextInt(5)) {
      case 0 -> leaf(one(List.of(Kind.JOB, Kind.USER_TASK, Kind.MAPPED_JOB)));
      case 1 -> new Loop(id("loop"), 1 + random.nextInt(3), 6, sequence(depth - 1));
      case 2 -> scope(depth);
      default -> many(depth);
    };
  }

  private Block many(int depth) {
    return new Many(
        id("many"),
        random.nextBoolean(),
        random.nextInt(4) == 0 ? random.nextInt(2) : 2 + random.nextInt(3),
        one(List.of(Enough.values())),
        waitingSequence(depth - 1));
  }

  private Block scope(int depth) {
    var parts = new ArrayList<Block>();
    parts.add(sequence(depth - 1));
    if (random.nextBoolean()) {
      return new Scope(id("scope"), random.nextBoolean(), null, parts);
    }
    parts.add(sequence(depth - 2));
    return new Scope(id("scope"), random.nextBoolean(), event(), parts);
  }

  /** What may happen twice has a scope for each time: tokens of the two must not meet at joins. */
  private Block guard(Block activity, int depth) {
    var event = event();
    var handler = sequence(depth - 1);
    return new Guard(
        id("guard"),
        event,
        List.of(
            activity,
            event.interrupting()
                ? handler
                : new Scope(id("scope"), false, null, List.of(handler))));
  }

  private Event event() {
    var trigger = one(List.of(Trigger.values()));
    return new Event(trigger, trigger.isError() || random.nextInt(3) > 0, duration());
  }
}
