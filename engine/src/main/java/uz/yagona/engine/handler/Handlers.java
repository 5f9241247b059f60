package uz.yagona.engine.handler;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import uz.yagona.engine.api.Command;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.state.Needs;

/** Finds who handles a command. */
public final class Handlers {
  private record Entry(BiConsumer<Object, Needs> needs, BiConsumer<Object, Reply<Object>> action) {}

  private final Map<Class<?>, Entry> entries = new HashMap<>();

  /** Those of the API and those of the engine itself. */
  public static Handlers of(Execution execution, Waiting waiting, Leases leases) {
    var handlers = new Handlers();
    new DeploymentHandler(execution).register(handlers);
    new ProcessInstanceHandler(execution, waiting).register(handlers);
    new ModificationHandler(execution).register(handlers);
    new MigrationHandler(execution).register(handlers);
    new JobHandler(execution, leases).register(handlers);
    new UserTaskHandler(execution, waiting).register(handlers);
    new MessageHandler(execution).register(handlers);
    new SignalHandler(execution).register(handlers);
    new ConditionalHandler(execution).register(handlers);
    new ElementHandler(execution, waiting).register(handlers);
    new DecisionHandler(execution).register(handlers);
    new ClusterVariableHandler(execution).register(handlers);
    new GlobalTaskListenerHandler(execution).register(handlers);
    new TimerHandler(execution).register(handlers);
    return handlers;
  }

  /** A command that is answered when it has been handled. */
  <R, C extends Command<R>> void on(
      Class<C> type, BiConsumer<C, Needs> needs, Function<C, R> action) {
    onDeferred(type, needs, (command, reply) -> reply.send(action.apply(command)));
  }

  /** A command whose handler decides when it is answered. */
  @SuppressWarnings("unchecked")
  <R, C> void onDeferred(
      Class<C> type, BiConsumer<C, Needs> needs, BiConsumer<C, Reply<R>> action) {
    var entry =
        new Entry(
            (command, collected) -> needs.accept((C) command, collected),
            (command, reply) -> action.accept((C) command, (Reply<R>) (Reply<?>) reply));
    entries.put(type, entry);
  }

  /** Something the engine asks itself to do. */
  <C> void onInternal(
      Class<C> type, BiConsumer<C, Needs> needs, java.util.function.Consumer<C> action) {
    this.<Object, C>onDeferred(type, needs, (command, reply) -> action.accept(command));
  }

  private Entry entry(Object command) {
    var entry = entries.get(command.getClass());
    if (entry == null) {
      throw new IllegalArgumentException("Expected a handler for " + command.getClass());
    }
    return entry;
  }

  /** Collects what the command will look at. */
  public void prepare(Object command, Needs needs) {
    entry(command).needs().accept(command, needs);
  }

  /** Executes the command as far as it goes without running elements. */
  public void handle(Object command, Reply<Object> reply) {
    entry(command).action().accept(command, reply);
  }
}
