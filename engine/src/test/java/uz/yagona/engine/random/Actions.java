package uz.yagona.engine.random;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.api.ElementCommand.ActivateAdHocActivities;
import uz.yagona.engine.api.ElementCommand.ResolveIncident;
import uz.yagona.engine.api.ElementCommand.SetVariables;
import uz.yagona.engine.api.EventCommand.BroadcastSignal;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.api.JobCommand.AdHocActivation;
import uz.yagona.engine.api.JobCommand.CompleteJob;
import uz.yagona.engine.api.JobCommand.FailJob;
import uz.yagona.engine.api.JobCommand.ThrowJobError;
import uz.yagona.engine.api.JobCommand.UpdateJob;
import uz.yagona.engine.api.UserTaskCommand.CompleteUserTask;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.processor.Mortal;
import uz.yagona.engine.random.Area.Wait;
import uz.yagona.engine.random.Area.What;

/** Draws what happens next from outside. */
final class Actions {
  private final Random random;
  private final Reference reference;
  private final Supplier<EngineView> view;
  private final long instance;
  private final Mortal mortal;

  /** The variable that conditions look at has to be set back first. */
  private boolean isTold;

  /** Something from outside, for both. */
  record Action(String text, boolean isTime, Runnable inReference, Runnable inEngine) {}

  Actions(
      Random random, Reference reference, Supplier<EngineView> view, long instance, Mortal mortal) {
    this.random = random;
    this.reference = reference;
    this.view = view;
    this.instance = instance;
    this.mortal = mortal;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** What happens next; {@code null} if nothing can. */
  Action choose() {
    if (isTold) {
      return tell("");
    }
    var work = new ArrayList<Wait>();
    var others = new ArrayList<Wait>();
    for (var wait : reference.waits()) {
      if (wait.isWork() && wait.incident == null) {
        work.add(wait);
      } else if (isAlone(wait)) {
        others.add(wait);
      }
    }
    if (!work.isEmpty() && (others.isEmpty() || random.nextInt(4) > 0)) {
      return work(one(work));
    }
    return others.isEmpty() ? null : other(one(others));
  }

  /** In which order a signal or a condition reaches several is not in the books. */
  private boolean isAlone(Wait wait) {
    return (wait.what != What.SIGNAL && wait.what != What.CONDITION)
        || reference.waits().stream()
                .filter(other -> other.what == wait.what && other.name().equals(wait.name()))
                .count()
            == 1;
  }

  private Action other(Wait wait) {
    if (wait.incident != null) {
      return repair(wait);
    }
    return switch (wait.what) {
      case MESSAGE -> message(wait);
      case SIGNAL -> signal(wait);
      case CONDITION -> tell(wait.name());
      case AD_HOC -> activation(wait);
      default -> time();
    };
  }

  private Action work(Wait wait) {
    if (wait.what == What.TASK) {
      return completion(wait);
    }
    return switch (random.nextInt(9)) {
      case 0, 1, 2 ->
          error(wait, random.nextBoolean() ? Block.Trigger.ERROR_A : Block.Trigger.ERROR_B);
      case 3 -> failure(wait, random.nextInt(2));
      default -> completion(wait);
    };
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
    return action(
        "completed %s with %s".formatted(wait, answer),
        () -> reference.complete(twin, answer),
        () ->
            wait.what == What.JOB
                ? CompleteJob.of(key(wait), variables)
                : new CompleteUserTask(key(wait), variables, null));
  }

  private static Action action(
      String text, Runnable inReference, Runnable inEngine, boolean isTime) {
    return new Action(text, isTime, inReference, inEngine);
  }

  private Action action(String text, Runnable inReference, Supplier<Command<?>> command) {
    return action(text, inReference, () -> mortal.engine().submit(command.get()), false);
  }

  /** The oldest that looks the same, as the engine's is chosen. */
  private Wait twin(Wait wait) {
    return reference.waits().stream()
        .filter(other -> other.toString().equals(wait.toString()))
        .findFirst()
        .orElseThrow();
  }

  private long key(Wait wait) {
    return view.get().workOf(wait.toString()).key();
  }

  private Action error(Wait wait, Block.Trigger code) {
    var twin = twin(wait);
    return action(
        "threw %s from %s".formatted(code, wait),
        () -> {
          var catcher = EventRules.catcher(twin.area, code);
          if (catcher == null) {
            twin.incident = "UNHANDLED_ERROR_EVENT";
          } else {
            catcher.happens().run();
          }
        },
        () -> new ThrowJobError(key(wait), code.name(), "", Variables.NONE));
  }

  private Action failure(Wait wait, int retries) {
    var twin = twin(wait);
    return action(
        "failed %s with %d retries left".formatted(wait, retries),
        () -> {
          twin.retries = retries;
          twin.incident = retries == 0 ? "JOB_NO_RETRIES" : null;
        },
        () -> new FailJob(key(wait), retries, "broken", Duration.ZERO, Variables.NONE));
  }

  /** What must be done before the incident can be resolved, or its resolution. */
  private Action repair(Wait wait) {
    var twin = twin(wait);
    if (wait.what == What.JOB && wait.retries == 0) {
      return action(
          "gave a retry to " + wait,
          () -> twin.retries = 1,
          () -> new UpdateJob(key(wait), 1, null));
    }
    if (wait.what == What.INCIDENT && random.nextBoolean()) {
      return action(
          "put right " + wait,
          () -> twin.area.propagate("bad", ""),
          () ->
              new SetVariables(
                  view.get().workOf(wait.toString()).elementInstance(),
                  Variables.of(Map.of("bad", "")),
                  false));
    }
    return action(
        "resolved " + wait,
        () -> {
          if (twin.what == What.JOB) {
            twin.incident = null;
          } else {
            reference.happen(twin);
          }
        },
        () -> new ResolveIncident(view.get().workOf(wait.incidentText()).key()));
  }

  private Action message(Wait wait) {
    var twin = twin(wait);
    var correlationKey = String.valueOf(wait.area.visible().get("path"));
    return action(
        "published " + wait,
        () -> reference.happen(twin),
        () -> new PublishMessage(wait.id, correlationKey, null, Duration.ZERO, Variables.NONE));
  }

  private Action signal(Wait wait) {
    return action(
        "broadcast " + wait,
        () -> reference.happen(wait),
        () -> new BroadcastSignal(wait.name(), Variables.NONE));
  }

  private Action tell(String text) {
    isTold = !text.isEmpty();
    return action(
        "told '%s'".formatted(text),
        () -> reference.tell(text),
        () -> new SetVariables(instance, Variables.of(Map.of("k", text)), false));
  }

  private Action activation(Wait wait) {
    var twin = twin(wait);
    var id = one(List.copyOf(wait.area.startable.keySet()));
    return action(
        "started %s in %s".formatted(id, wait),
        () -> twin.area.startable.get(id).run(),
        () ->
            new ActivateAdHocActivities(
                key(wait), List.of(new AdHocActivation(id, Variables.NONE)), false));
  }

  private Action time() {
    var next =
        reference.waits().stream()
            .filter(wait -> wait.what == What.TIMER)
            .map(wait -> wait.due)
            .min(Instant::compareTo)
            .orElseThrow();
    return action(
        "moved the clock to " + next,
        () -> reference.advanceTo(next),
        () -> mortal.engine().api().pinClock(next).join(),
        true);
  }
}
