package uz.yagona.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.yagona.engine.random.Block.Guard;
import uz.yagona.engine.random.Block.Leaf;
import uz.yagona.engine.random.Block.Loop;
import uz.yagona.engine.random.Block.Many;
import uz.yagona.engine.random.Block.Paths;
import uz.yagona.engine.random.Block.Scope;
import uz.yagona.engine.random.Block.Sequence;

/** Looks for a smaller process that still fails, and writes processes in one line. */
final class Smaller {
  private static final int TRIES = 300;

  private Smaller() {}

  /** The smallest that was tried and failed. */
  static Block of(Block failing, Predicate<Block> fails) {
    var smallest = failing;
    var tries = 0;
    for (var next = candidates(smallest).iterator(); next.hasNext() && tries < TRIES; tries++) {
      var candidate = next.next();
      if (fails.test(candidate)) {
        smallest = candidate;
        next = candidates(smallest).iterator();
      }
    }
    return smallest;
  }

  /** One part left out, or something put in the place of what was around it. */
  private static Stream<Block> candidates(Block block) {
    return Stream.concat(outer(block), inner(block)).filter(Smaller::isDefined);
  }

  private static Stream<Block> outer(Block block) {
    var parts = block.parts();
    var least = block instanceof Paths ? 2 : 1;
    var shorter =
        block instanceof Guard || parts.size() <= least
            ? Stream.<Block>of()
            : parts.stream()
                .skip(block instanceof Scope ? 1 : 0)
                .map(part -> block.with(parts.stream().filter(other -> other != part).toList()));
    return Stream.concat(parts.stream(), shorter);
  }

  private static Stream<Block> inner(Block block) {
    var parts = block.parts();
    var candidates = new ArrayList<Block>();
    for (var i = 0; i < parts.size(); i++) {
      var place = i;
      candidates(parts.get(i))
          .forEach(
              smaller -> {
                var changed = new ArrayList<>(parts);
                changed.set(place, smaller);
                candidates.add(block.with(List.copyOf(changed)));
              });
    }
    return candidates.stream();
  }

  /** As {@link RandomBlocks} draws them: no races, boundary events on activities only. */
  private static boolean isDefined(Block block) {
    return block.all().allMatch(Smaller::isDefinedItself);
  }

  private static boolean isDefinedItself(Block block) {
    if (block instanceof Guard guard) {
      return guard.parts().get(0).isActivity()
          && (guard.event().interrupting() || guard.parts().get(1) instanceof Scope);
    }
    if (block instanceof Many many) {
      return many.body().waitsFirst();
    }
    return !(block instanceof Paths paths)
        || paths.fork() == Block.Fork.EXCLUSIVE
        || paths.parts().stream().allMatch(Block::waitsFirst);
  }

  /** The process in one line. */
  static String text(Block block) {
    var parts = block.parts().stream().map(Smaller::text).collect(Collectors.joining(" "));
    return block instanceof Leaf leaf
        ? leaf.id()
        : "%s%s(%s)".formatted(block.id(), settings(block), parts);
  }

  private static String settings(Block block) {
    if (block instanceof Paths paths) {
      return paths.limits().toString();
    }
    if (block instanceof Loop loop) {
      return "[most %d, v < %d]".formatted(loop.most(), loop.limit());
    }
    if (block instanceof Scope scope) {
      return "[%s%s]".formatted(scope.local() ? "local " : "", event(scope.event()));
    }
    if (block instanceof Guard guard) {
      return "[%s]".formatted(event(guard.event()));
    }
    if (block instanceof Many many) {
      return "[%s %d %s]"
          .formatted(many.sequential() ? "sequential" : "parallel", many.count(), many.enough());
    }
    return block instanceof Sequence ? "" : "[]";
  }

  private static String event(Block.Event event) {
    return event == null ? "" : event.trigger() + (event.interrupting() ? "!" : "");
  }
}
