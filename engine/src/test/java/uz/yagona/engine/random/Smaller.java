package uz.yagona.engine.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.yagona.engine.random.Block.AdHoc;
import uz.yagona.engine.random.Block.Call;
import uz.yagona.engine.random.Block.Choice;
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
    var least = block instanceof Paths || block instanceof Choice ? 2 : 1;
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
      var isEscalation = guard.event().trigger().isEscalation();
      return guard.parts().get(0).isActivity()
          && (guard.event().interrupting() || guard.parts().get(1) instanceof Scope)
          && (!isEscalation || guard.parts().get(0).isScope())
          && isHandled(guard.event(), guard.parts().get(1));
    }
    if (block instanceof Scope scope && scope.event() != null) {
      return isHandled(scope.event(), scope.parts().get(1)) && !scope.parts().get(1).compensates();
    }
    if (block instanceof Many many) {
      return many.body().waitsFirst() && !many.body().compensates();
    }
    if (block instanceof Call call) {
      return !call.body().hasConditions();
    }
    if (block instanceof Choice choice) {
      return choice.parts().stream()
          .allMatch(part -> part.first() instanceof Leaf leaf && leaf.kind().isCatch());
    }
    if (block instanceof AdHoc adHoc) {
      return !adHoc.compensates() && adHoc.parts().stream().allMatch(Smaller::isTask);
    }
    return !(block instanceof Paths paths)
        || paths.fork() == Block.Fork.EXCLUSIVE
        || paths.parts().stream().allMatch(Block::waitsFirst);
  }

  private static boolean isHandled(Block.Event event, Block handler) {
    return event.interrupting() || !event.trigger().isEscalation() || handler.waitsFirst();
  }

  /** An activity that waits, and activities behind it. */
  private static boolean isTask(Block part) {
    return part instanceof Sequence sequence
        && sequence.waitsFirst()
        && sequence.parts().get(0) instanceof Leaf
        && sequence.parts().stream().allMatch(Block::isActivity);
  }

  /** The process in one line. */
  static String text(Block block) {
    var parts = block.parts().stream().map(Smaller::text).collect(Collectors.joining(" "));
    return parts.isEmpty() ? block.id() : "%s%s(%s)".formatted(block.id(), settings(block), parts);
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
    if (block instanceof Call call) {
      return call.bringsAll() ? "[all]" : "[v]";
    }
    if (block instanceof AdHoc adHoc) {
      return "[%d%s%s]"
          .formatted(adHoc.begun(), adHoc.condition() ? " v >= 5" : "", adHoc.cancels() ? "!" : "");
    }
    return block instanceof Sequence ? "" : "[]";
  }

  private static String event(Block.Event event) {
    return event == null ? "" : event.trigger() + (event.interrupting() ? "!" : "");
  }
}
