package uz.yagona.engine.random;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uz.yagona.engine.random.Block.AdHoc;
import uz.yagona.engine.random.Block.Call;
import uz.yagona.engine.random.Block.Choice;
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
import uz.yagona.engine.random.Block.Undoable;

/**
 * Draws processes. What runs side by side begins with something that waits: so no two paths race
 * within a step, and what must happen is defined.
 */
final class RandomBlocks {
  private static final int DEPTH = 4;

  private final Random random;
  private int ids;

  /** Conditions look at a variable of the outermost process; it must not come back from calls. */
  private final boolean withConditions;

  private boolean isCalled;

  /** Whether what is drawn may undo: not where the books do not say what is undone. */
  private boolean mayUndo = true;

  RandomBlocks(Random random) {
    this.random = random;
    this.withConditions = random.nextBoolean();
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
    var name = kind.name().toLowerCase(Locale.ROOT).replace("_", "");
    return new Leaf(id(name), kind, duration());
  }

  private Leaf any() {
    return leaf(one(Stream.of(Kind.values()).filter(this::isAllowed).toList()));
  }

  private boolean isAllowed(Kind kind) {
    return switch (kind) {
      case CONDITION -> withConditions && !isCalled;
      case COMPENSATE -> mayUndo;
      default -> true;
    };
  }

  private Leaf work() {
    return leaf(one(List.of(Kind.JOB, Kind.JOB, Kind.USER_TASK, Kind.MAPPED_JOB)));
  }

  private Leaf event() {
    return leaf(
        one(Stream.of(Kind.values()).filter(kind -> kind.isCatch() && isAllowed(kind)).toList()));
  }

  private Leaf waiting() {
    return random.nextInt(3) > 0 ? work() : event();
  }

  private Block sequence(int depth) {
    return new Sequence(id("seq"), several(1, 3, () -> block(depth - 1)));
  }

  private Block waitingSequence(int depth) {
    return behind(random.nextInt(4) == 0 ? guard(leaf(Kind.JOB), depth - 1) : waiting(), depth);
  }

  private Block behind(Block first, int depth) {
    var parts = new ArrayList<Block>();
    parts.add(first);
    parts.addAll(several(0, 2, () -> block(depth - 1)));
    return new Sequence(id("seq"), parts);
  }

  private List<Block> several(int least, int most, Supplier<Block> draw) {
    return IntStream.range(0, least + random.nextInt(most - least + 1))
        .mapToObj(i -> draw.get())
        .toList();
  }

  private Block block(int depth) {
    if (depth <= 0) {
      return random.nextInt(3) == 0 ? any() : waiting();
    }
    return switch (random.nextInt(11)) {
      case 0 -> any();
      case 1 -> paths(Fork.EXCLUSIVE, several(2, 3, () -> sequence(depth - 1)));
      case 2 -> paths(Fork.INCLUSIVE, several(2, 3, () -> waitingSequence(depth - 1)));
      case 3 -> paths(Fork.PARALLEL, several(2, 3, () -> waitingSequence(depth - 1)));
      case 4, 5 -> guard(activity(depth), depth);
      case 6 -> new Choice(id("choice"), several(2, 3, () -> behind(event(), depth - 1)));
      case 7 -> mayUndo ? undoing(depth) : any();
      default -> activity(depth);
    };
  }

  private Block paths(Fork fork, List<Block> parts) {
    var limits = new ArrayList<Integer>();
    for (var i = 1; i < parts.size(); i++) {
      limits.add(random.nextInt(8));
    }
    return new Paths(id(fork.name().toLowerCase(Locale.ROOT)), fork, limits, parts);
  }

  /** Something that can be undone, and often the undoing. */
  private Block undoing(int depth) {
    var parts = new ArrayList<Block>();
    parts.add(new Undoable(id("undo")));
    parts.addAll(several(0, 2, () -> block(depth - 1)));
    if (random.nextInt(3) > 0) {
      parts.add(leaf(Kind.COMPENSATE));
    }
    return new Sequence(id("seq"), parts);
  }

  private Block activity(int depth) {
    return switch (random.nextInt(8)) {
      case 0 -> work();
      case 1 -> new Loop(id("loop"), 1 + random.nextInt(3), 6, sequence(depth - 1));
      case 2, 3 -> scope(depth);
      case 4 -> call(depth);
      case 5 -> adHoc(depth);
      default -> many(depth);
    };
  }

  private Block many(int depth) {
    return new Many(
        id("many"),
        random.nextBoolean(),
        random.nextInt(4) == 0 ? random.nextInt(2) : 2 + random.nextInt(3),
        one(List.of(Enough.values())),
        withoutUndoing(() -> waitingSequence(depth - 1)));
  }

  private <T> T withoutUndoing(Supplier<T> draw) {
    var before = mayUndo;
    mayUndo = false;
    var drawn = draw.get();
    mayUndo = before;
    return drawn;
  }

  private Block call(int depth) {
    var undoingBefore = mayUndo;
    var calledBefore = isCalled;
    mayUndo = true;
    isCalled = true;
    var body = sequence(depth - 1);
    mayUndo = undoingBefore;
    isCalled = calledBefore;
    return new Call(id("call"), !withConditions && random.nextBoolean(), body);
  }

  private Block adHoc(int depth) {
    var parts = withoutUndoing(() -> several(1, 3, () -> task(depth)));
    return new AdHoc(
        id("adhoc"),
        random.nextInt(parts.size() + 1),
        random.nextBoolean(),
        random.nextBoolean(),
        parts);
  }

  /** In an ad-hoc sub-process, where nothing but activities can be without a path to it. */
  private Block task(int depth) {
    var parts = new ArrayList<Block>();
    parts.add(work());
    parts.addAll(several(0, 1, () -> activity(depth - 1)));
    return new Sequence(id("seq"), parts);
  }

  private Block scope(int depth) {
    var parts = new ArrayList<Block>();
    parts.add(sequence(depth - 1));
    if (random.nextBoolean()) {
      return new Scope(id("scope"), random.nextBoolean(), null, parts);
    }
    var event = event(true);
    parts.add(withoutUndoing(() -> handler(event, depth - 1)));
    return new Scope(id("scope"), random.nextBoolean(), event, parts);
  }

  /** Who escalates goes on at once: what is done about it must not race with that. */
  private Block handler(Event event, int depth) {
    return event.trigger().isEscalation() && !event.interrupting()
        ? waitingSequence(depth - 1)
        : sequence(depth - 1);
  }

  /** What may happen twice has a scope for each time: tokens of the two must not meet at joins. */
  private Block guard(Block activity, int depth) {
    var event = event(activity.isScope());
    var handler = handler(event, depth);
    return new Guard(
        id("guard"),
        event,
        List.of(
            activity,
            event.interrupting()
                ? handler
                : new Scope(id("scope"), false, null, List.of(handler))));
  }

  private Event event(boolean aroundScope) {
    var trigger =
        one(
            Stream.of(Trigger.values())
                .filter(other -> aroundScope || !other.isEscalation())
                .filter(other -> isAllowed(Kind.CONDITION) || other != Trigger.CONDITION)
                .toList());
    return new Event(trigger, trigger.isError() || random.nextInt(3) > 0, duration());
  }
}
