package uz.yagona.engine.handler;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uz.yagona.engine.api.Done;
import uz.yagona.engine.api.GlobalTaskListenerCommand.CreateGlobalTaskListener;
import uz.yagona.engine.api.GlobalTaskListenerCommand.DeleteGlobalTaskListener;
import uz.yagona.engine.api.GlobalTaskListenerCommand.GlobalTaskListener;
import uz.yagona.engine.api.GlobalTaskListenerCommand.UpdateGlobalTaskListener;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.RejectionType;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.cluster.GlobalTaskListeners;
import uz.yagona.engine.model.TaskListener.Event;

/** Adds, changes and removes the listeners of every user task. */
final class GlobalTaskListenerHandler {
  private static final int LONGEST = 256;
  private static final List<String> EVENTS =
      Stream.concat(
              Stream.of(GlobalTaskListeners.ALL),
              Arrays.stream(Event.values()).map(event -> event.name().toLowerCase(Locale.ROOT)))
          .toList();

  private final GlobalTaskListeners listeners;

  GlobalTaskListenerHandler(Execution execution) {
    listeners = execution.globalTaskListeners;
  }

  void register(Handlers handlers) {
    handlers.on(CreateGlobalTaskListener.class, (command, needs) -> {}, this::create);
    handlers.on(UpdateGlobalTaskListener.class, (command, needs) -> {}, this::update);
    handlers.on(DeleteGlobalTaskListener.class, (command, needs) -> {}, this::delete);
  }

  private Done create(CreateGlobalTaskListener command) {
    var listener = command.listener();
    check(listener);
    if (listeners.has(listener.id())) {
      throw new RejectedException(
          RejectionType.ALREADY_EXISTS,
          "Expected to create a global task listener with id '%s', but there is one already"
              .formatted(listener.id()));
    }
    listeners.put(listener);
    return Done.INSTANCE;
  }

  private Done update(UpdateGlobalTaskListener command) {
    check(command.listener());
    require(command.listener().id(), "update");
    listeners.put(command.listener());
    return Done.INSTANCE;
  }

  private Done delete(DeleteGlobalTaskListener command) {
    require(command.id(), "delete");
    listeners.delete(command.id());
    return Done.INSTANCE;
  }

  private static void check(GlobalTaskListener listener) {
    checkText("an id", listener.id());
    checkText("a job type", listener.type());
    if (listener.retries() < 1) {
      throw RejectedException.invalidArgument(
          "Expected 1 retry or more for global task listener '%s', but got %d",
          listener.id(), listener.retries());
    }
    if (listener.eventTypes().isEmpty() || !EVENTS.containsAll(listener.eventTypes())) {
      throw RejectedException.invalidArgument(
          "Expected event types of %s for global task listener '%s', but got %s",
          EVENTS, listener.id(), listener.eventTypes());
    }
  }

  private static void checkText(String what, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw RejectedException.invalidArgument(
          "Expected %s of 1 to %d characters for a global task listener, but it has %d",
          what, LONGEST, text.strip().length());
    }
  }

  private void require(String id, String wanted) {
    if (!listeners.has(id)) {
      throw RejectedException.notFound(
          "Expected to %s the global task listener with id '%s', but there is none", wanted, id);
    }
  }
}
