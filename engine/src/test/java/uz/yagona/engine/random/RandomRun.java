package uz.yagona.engine.random;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.processor.Mortal;
import uz.yagona.engine.random.Actions.Action;
import uz.yagona.engine.random.Block.Leaf;

/** One process, step by step in the engine and in the reference. */
final class RandomRun {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final int MOST_STEPS = 60;

  private final Mortal mortal;
  private final Random random;
  private final boolean deadly;
  private final List<String> story = new ArrayList<>();
  private Reference reference;
  private Actions chooser;
  private EngineView view;
  private long instance;
  private long lastBegun;

  /** The two differ. */
  static final class Difference extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Difference(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * @param deadly whether the engine is killed now and then
   */
  RandomRun(Mortal mortal, long seed, boolean deadly) {
    this.mortal = mortal;
    this.random = new Random(seed);
    this.deadly = deadly;
  }

  /** Steps taken; throws {@link Difference} at the first step after which the two differ. */
  int run(Block block) {
    try {
      begin(block);
      compare();
      var steps = 0;
      while (!reference.isDone() && steps < MOST_STEPS && random.nextInt(50) > 0) {
        var action = chooser.choose();
        if (action == null) {
          break;
        }
        step(action);
        steps++;
        if (!reference.isDefined()) {
          submit(new CancelProcessInstance(instance));
          return steps;
        }
        compare();
      }
      if (!reference.isDone()) {
        cancel();
      }
      return steps;
    } catch (Difference difference) {
      throw difference;
    } catch (RuntimeException e) {
      throw new Difference(String.join("\n", story) + "\n" + e, e);
    }
  }

  private void begin(Block block) {
    var engine = mortal.engine();
    engine.api().pinClock(START).join();
    engine.deploy(BlockModel.of(block));
    Map<String, Object> variables = new TreeMap<>();
    variables.put("v", random.nextInt(8));
    variables.put("w", random.nextInt(8));
    variables.put("path", "p");
    variables.put("shift", 0);
    variables.put("k", "");
    variables.put("bad", bad(block));
    reference = new Reference(block, variables, START);
    instance = engine.create(BlockModel.PROCESS, variables);
    mortal.awaitRest();
    chooser = new Actions(random, reference, () -> view, instance, mortal);
    story.add("started with " + variables);
  }

  /** The checks that fail until somebody sees to it: about half of them. */
  private String bad(Block block) {
    return block
        .all()
        .filter(one -> one instanceof Leaf leaf && leaf.kind() == Block.Kind.CHECK)
        .filter(one -> random.nextBoolean())
        .map(one -> "<" + one.id() + ">")
        .collect(Collectors.joining());
  }

  private void cancel() {
    story.add("canceled");
    submit(new CancelProcessInstance(instance));
    mortal.awaitRest();
    reference.cancel();
    compare();
  }

  private void submit(Command<?> command) {
    mortal.engine().submit(command);
  }

  // steps -----------------------------------------------------------------------------------------

  private void step(Action action) {
    if (!deadly || random.nextInt(5) > 0) {
      story.add(action.text());
      action.inEngine().run();
      mortal.awaitRest();
      action.inReference().run();
    } else if (random.nextInt(4) == 0) {
      story.add("killed at rest");
      mortal.replace();
    } else {
      var moments = Mortal.Moment.values();
      die(action, moments[random.nextInt(moments.length)], 1 + random.nextInt(3));
    }
  }

  /** Lets the engine die with one of the batches that the action needs, or after them. */
  private void die(Action action, Mortal.Moment moment, int batch) {
    story.add("%s, killed %s batch %d".formatted(action.text(), moment, batch));
    mortal.dieAt(moment, batch);
    try {
      action.inEngine().run();
      mortal.awaitRest();
    } catch (RuntimeException refused) {
      if (!mortal.isDead()) {
        throw refused;
      }
    }
    var isDone = !mortal.isDead() || batch > 1 || moment == Mortal.Moment.AFTER_COMMITTING;
    mortal.replace();
    if (action.isTime()) {
      action.inEngine().run(); // returns when what is due has happened, as it would by itself
    }
    mortal.awaitRest();
    if (action.isTime() || isDone) {
      action.inReference().run();
    }
  }

  // comparison ------------------------------------------------------------------------------------

  private void compare() {
    var expected = reference.picture();
    view = new EngineView(mortal.engine().jdbc(), instance);
    var found = view.picture();
    if (!expected.equals(found)) {
      throw new Difference(
          "%s\nexpected %s\nbut found %s"
              .formatted(
                  String.join("\n", story), without(expected, found), without(found, expected)),
          null);
    }
    compareOrder();
  }

  private static List<String> without(List<String> all, List<String> others) {
    var left = new ArrayList<>(all);
    others.forEach(left::remove);
    return left;
  }

  /** What led to something began before it. Ids that began twice in a step tell nothing. */
  private void compareOrder() {
    var begun = view.begunAfter(lastBegun);
    var places = new HashMap<String, Integer>();
    var ids = List.copyOf(begun.values());
    for (var i = 0; i < ids.size(); i++) {
      places.merge(ids.get(i), i, (first, second) -> -1);
    }
    var expected = reference.takeBegun();
    for (var one : expected) {
      var cause = one.cause() < 0 ? null : expected.get(one.cause()).id();
      var before = cause == null ? -1 : places.getOrDefault(cause, -1);
      var after = places.getOrDefault(one.id(), -1);
      if (before >= 0 && after >= 0 && before > after) {
        throw new Difference(
            "%s\nexpected %s to begin after %s, but the order was %s"
                .formatted(String.join("\n", story), one.id(), cause, ids),
            null);
      }
    }
    if (!begun.isEmpty()) {
      lastBegun = Collections.max(begun.keySet());
    }
  }
}
