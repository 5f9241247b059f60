package uz.yagona.engine.random;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.api.JobCommand.CompleteJob;
import uz.yagona.engine.api.JobCommand.ThrowJobError;
import uz.yagona.engine.api.ProcessInstanceCommand.CancelProcessInstance;
import uz.yagona.engine.api.UserTaskCommand.CompleteUserTask;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.processor.Mortal;
import uz.yagona.engine.random.Area.Wait;
import uz.yagona.engine.random.Area.What;

/** One process, step by step in the engine and in the reference. */
final class RandomRun {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
  private static final int MOST_STEPS = 60;

  private final Mortal mortal;
  private final Random random;
  private final boolean deadly;
  private final List<String> story = new ArrayList<>();
  private Reference reference;
  private EngineView view;
  private long instance;
  private long lastBegun;

  /** Something from outside, for both. */
  private record Action(String text, boolean isTime, Runnable inReference, Runnable inEngine) {}

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
        step();
        steps++;
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
    reference = new Reference(block, variables, START);
    instance = engine.create(BlockModel.PROCESS, variables);
    mortal.awaitRest();
    story.add("started with " + variables);
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

  private void step() {
    var action = choose();
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
    compare();
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

  private Action choose() {
    var work = new ArrayList<Wait>();
    var events = new ArrayList<Wait>();
    for (var wait : reference.waits()) {
      (wait.what == What.JOB || wait.what == What.TASK ? work : events).add(wait);
    }
    if (work.isEmpty() || (!events.isEmpty() && random.nextInt(4) == 0)) {
      var wait = events.get(random.nextInt(events.size()));
      return wait.what == What.MESSAGE ? message(wait) : time();
    }
    var wait = work.get(random.nextInt(work.size()));
    var code = random.nextBoolean() ? Block.Trigger.ERROR_A : Block.Trigger.ERROR_B;
    var fails = wait.what == What.JOB && random.nextInt(3) == 0;
    return fails && Reference.catcher(wait.area, code) != null
        ? error(wait, code)
        : completion(wait);
  }

  private Action completion(Wait wait) {
    var answer = new TreeMap<String, Object>();
    if (wait.id.startsWith("mappedjob")) {
      answer.put("r", random.nextInt(8));
    } else if (random.nextBoolean()) {
      answer.put(random.nextBoolean() ? "v" : "w", random.nextInt(8));
    }
    var variables = Variables.of(answer);
    var twin = twin(wait);
    return new Action(
        "completed %s with %s".formatted(wait, answer),
        false,
        () -> reference.complete(twin, answer),
        () -> {
          var key = view.keyOf(wait);
          submit(
              wait.what == What.JOB
                  ? CompleteJob.of(key, variables)
                  : new CompleteUserTask(key, variables, null));
        });
  }

  /** The oldest that looks the same, as the engine's is chosen. */
  private Wait twin(Wait wait) {
    return reference.waits().stream()
        .filter(other -> other.toString().equals(wait.toString()))
        .findFirst()
        .orElseThrow();
  }

  private Action error(Wait wait, Block.Trigger code) {
    var twin = twin(wait);
    return new Action(
        "threw %s from %s".formatted(code, wait),
        false,
        () -> Reference.catcher(twin.area, code).happens().run(),
        () -> submit(new ThrowJobError(view.keyOf(wait), code.name(), "", Variables.NONE)));
  }

  private Action message(Wait wait) {
    var twin = twin(wait);
    var key = String.valueOf(wait.area.visible().get("path"));
    return new Action(
        "published " + wait,
        false,
        () -> reference.correlate(twin),
        () -> submit(new PublishMessage(wait.id, key, null, Duration.ZERO, Variables.NONE)));
  }

  private Action time() {
    var next =
        reference.waits().stream()
            .filter(wait -> wait.what == What.TIMER)
            .map(wait -> wait.due)
            .min(Instant::compareTo)
            .orElseThrow();
    return new Action(
        "moved the clock to " + next,
        true,
        () -> reference.advanceTo(next),
        () -> mortal.engine().api().pinClock(next).join());
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
