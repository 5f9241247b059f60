package uz.yagona.engine.behavior;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.cluster.ClusterVariables;
import uz.yagona.engine.cluster.GlobalTaskListeners;
import uz.yagona.engine.definition.Definitions;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.state.ProcessInstance;
import uz.yagona.engine.state.Store;
import uz.yagona.engine.timer.Timers;

/** Everything behaviors and handlers work with, wired once. Used by the writer thread alone. */
public final class Execution {
  public final Store store;
  public final Definitions definitions;
  public final Feel feel;
  public final Timers timers;
  public final Limits limits;
  public final Observer observer;
  public final ClusterVariables clusterVariables;
  public final GlobalTaskListeners globalTaskListeners;
  public final Interpreter interpreter = new Interpreter(this);
  public final VariableScopes variables = new VariableScopes(this);
  public final Subscriptions subscriptions = new Subscriptions(this);
  public final Jobs jobs = new Jobs(this);
  public final UserTasks userTasks = new UserTasks(this);
  public final Incidents incidents = new Incidents(this);
  public final Throwing throwing = new Throwing(this);
  public final Calls calls = new Calls(this);
  public final Decisions decisions = new Decisions(this);
  final Mappings mappings = new Mappings(this);
  final Tokens tokens = new Tokens(this);
  final Listeners listeners = new Listeners(this);
  final Closing closing = new Closing(this);
  final Compensations compensations = new Compensations(this);
  final Conditions conditions = new Conditions(this);
  public final AdHoc adHoc = new AdHoc(this);
  public final Modification modification = new Modification(this);
  public final Migration migration = new Migration(this);
  final Behaviors behaviors = new Behaviors(this);
  private final ArrayList<FollowUp> followUps = new ArrayList<>();
  private final InstantSource clock;
  private Instant now = Instant.EPOCH;

  /** Learns of ends that callers wait for. */
  public interface Observer {
    /** The process is about to complete; its variables can still be read. */
    void completing(ProcessInstance process);

    void terminated(ProcessInstance process);

    /** A change of a user task that listeners decided on is done. */
    void applied(long userTaskKey);

    void denied(long userTaskKey, @Nullable String reason);
  }

  /**
   * Bounds that keep one instance from harming others.
   *
   * @param variableSize characters of one variable's JSON
   * @param restlessSteps steps of an instance and those it calls without rest
   * @param retention how long finished root instances are kept, by process id
   */
  public record Limits(int variableSize, int restlessSteps, Function<String, Duration> retention) {}

  /** What belongs to all processes. */
  public record Shared(ClusterVariables variables, GlobalTaskListeners taskListeners) {}

  public Execution(
      Store store,
      Definitions definitions,
      Feel feel,
      Timers timers,
      InstantSource clock,
      Limits limits,
      Shared shared,
      Observer observer) {
    clusterVariables = shared.variables();
    globalTaskListeners = shared.taskListeners();
    this.store = store;
    this.definitions = definitions;
    this.feel = feel;
    this.timers = timers;
    this.clock = clock;
    this.limits = limits;
    this.observer = observer;
  }

  /** The time at which the command runs; the same for all it does. */
  public Instant now() {
    return now;
  }

  /** A command begins. */
  public void begin() {
    now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    interpreter.clear();
    conditions.clear();
  }

  /** Asks for something to be done after the command. */
  public void followUp(FollowUp next) {
    followUps.add(next);
    store.journal().record(() -> takeBack(next));
  }

  /** When a whole batch is taken back, what it has handed out already is not here any more. */
  private void takeBack(FollowUp newest) {
    var last = followUps.size() - 1;
    if (last >= 0 && followUps.get(last) == newest) {
      followUps.remove(last);
    }
  }

  /** Hands out what is to be done next in the batch. */
  public List<FollowUp> takeFollowUps() {
    var taken = List.copyOf(followUps);
    followUps.clear();
    return taken;
  }
}
