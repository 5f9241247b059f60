package uz.yagona.engine.handler;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.EventCommand.CorrelateMessage;
import uz.yagona.engine.api.EventCommand.CorrelatedMessage;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.api.EventCommand.PublishedMessage;
import uz.yagona.engine.api.RejectedException;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.behavior.Execution;
import uz.yagona.engine.behavior.FollowUp;
import uz.yagona.engine.state.ActiveStarts;
import uz.yagona.engine.state.Correlation;
import uz.yagona.engine.state.MessageAddress;
import uz.yagona.engine.state.MessageRow;
import uz.yagona.engine.state.MessageSubscription;
import uz.yagona.engine.state.Needs;
import uz.yagona.engine.state.ProcessInstance;
import uz.yagona.engine.state.StartSubscription;

/** Messages: to those that wait, to start events, and into the buffer. */
final class MessageHandler {
  private final Execution execution;

  MessageHandler(Execution execution) {
    this.execution = execution;
  }

  void register(Handlers handlers) {
    handlers.on(PublishMessage.class, this::prepare, this::publish);
    handlers.on(
        CorrelateMessage.class,
        (command, needs) -> prepare(address(command.name(), command.correlationKey()), needs),
        this::correlate);
    handlers.onInternal(
        FollowUp.Publish.class,
        (command, needs) -> {
          prepare(command.address(), needs);
          needs.buffered(command.address());
        },
        this::publishFromProcess);
    handlers.onInternal(
        FollowUp.Opened.class,
        (command, needs) -> {
          needs.row(command.subscriptionKey());
          needs.buffered(command.address());
        },
        this::opened);
    handlers.onInternal(
        FollowUp.StartFreed.class,
        (command, needs) -> needs.buffered(command.address()),
        this::startFreed);
  }

  private static MessageAddress address(String name, String correlationKey) {
    return new MessageAddress(name, correlationKey);
  }

  private void prepare(PublishMessage command, Needs needs) {
    var address = address(command.name(), command.correlationKey());
    prepare(address, needs);
    if (hasId(command.messageId())) {
      needs.buffered(address);
    }
  }

  private static boolean hasId(@Nullable String messageId) {
    return messageId != null && !messageId.isEmpty();
  }

  private void prepare(MessageAddress address, Needs needs) {
    needs.waitingFor(address);
    for (var start : execution.store.starts().ofMessage(address.name())) {
      if (!address.correlationKey().isEmpty()) {
        needs.start(start(start, address));
      }
    }
  }

  private static ActiveStarts.Start start(StartSubscription start, MessageAddress address) {
    return new ActiveStarts.Start(start.definition().id(), address.correlationKey());
  }

  // publish ---------------------------------------------------------------------------------------

  private PublishedMessage publish(PublishMessage command) {
    var address = address(command.name(), command.correlationKey());
    var key =
        publish(address, command.messageId(), command.timeToLive(), command.variables().toMap());
    return new PublishedMessage(key);
  }

  private void publishFromProcess(FollowUp.Publish command) {
    publish(command.address(), command.messageId(), command.timeToLive(), command.variables());
  }

  private long publish(
      MessageAddress address,
      @Nullable String messageId,
      Duration timeToLive,
      Map<String, Object> variables) {
    if (messageId != null && hasId(messageId)) {
      refuseRepeated(address, messageId);
    }
    var key = execution.store.newKey();
    var reached = new LinkedHashSet<String>();
    deliver(key, address, variables, reached);
    if (!timeToLive.isZero() && !timeToLive.isNegative()) {
      execution
          .store
          .messages()
          .add(
              new MessageRow(
                  key,
                  address,
                  hasId(messageId) ? messageId : null,
                  Variables.of(variables).toJson(),
                  execution.now(),
                  expiry(timeToLive),
                  reached));
    }
    return key;
  }

  private java.time.Instant expiry(Duration timeToLive) {
    var longest = Duration.ofDays(365_000);
    return execution.now().plus(timeToLive.compareTo(longest) > 0 ? longest : timeToLive);
  }

  private void refuseRepeated(MessageAddress address, String messageId) {
    for (var message : execution.store.messages().at(address)) {
      if (messageId.equals(message.messageId())) {
        if (isAlive(message)) {
          throw RejectedException.alreadyExists(
              "Expected to publish a new message with id '%s', but a message with that id was already published",
              messageId);
        }
        execution.store.messages().remove(message);
      }
    }
  }

  private boolean isAlive(MessageRow message) {
    return message.expiresAt().isAfter(execution.now());
  }

  /** Reaches each process once; gives the first instance reached. */
  private @Nullable ProcessInstance deliver(
      long messageKey, MessageAddress address, Map<String, Object> variables, Set<String> reached) {
    ProcessInstance first = null;
    for (var subscription : execution.store.waitingFor(address)) {
      var process = subscription.process();
      if (!subscription.owner().phase().isLeaving() && reached.add(process.definition().id())) {
        execution.subscriptions.correlate(subscription, messageKey, variables);
        first = first == null ? process : first;
      }
    }
    for (var start : execution.store.starts().ofMessage(address.name())) {
      if (!reached.contains(start.definition().id()) && mayStart(start, address)) {
        reached.add(start.definition().id());
        var started = start(start, messageKey, address, variables);
        first = first == null ? started : first;
      }
    }
    return first;
  }

  private boolean mayStart(StartSubscription start, MessageAddress address) {
    return address.correlationKey().isEmpty()
        || !execution.store.activeStarts().contains(start(start, address));
  }

  private ProcessInstance start(
      StartSubscription start,
      long messageKey,
      MessageAddress address,
      Map<String, Object> variables) {
    var key = address.correlationKey().isEmpty() ? null : address.correlationKey();
    var origin = new ProcessInstance.Origin(null, null, 0, null, Set.of(), address.name(), key);
    var process =
        execution.calls.start(
            execution.definitions.compiled(start.definition()),
            origin,
            start.elementId(),
            variables);
    execution.store.add(
        new Correlation(
            messageKey, address, start.key(), process, null, start.elementId(), execution.now()));
    return process;
  }

  // correlate -------------------------------------------------------------------------------------

  private CorrelatedMessage correlate(CorrelateMessage command) {
    var address = address(command.name(), command.correlationKey());
    var key = execution.store.newKey();
    var first = deliver(key, address, command.variables().toMap(), new LinkedHashSet<>());
    if (first == null) {
      throw RejectedException.notFound(
          "Expected to find subscription for message with name '%s' and correlation key '%s', but none was found.",
          command.name(), command.correlationKey());
    }
    return new CorrelatedMessage(key, first.key());
  }

  // buffered --------------------------------------------------------------------------------------

  private void opened(FollowUp.Opened command) {
    var key = command.subscriptionKey();
    for (var message : execution.store.messages().at(command.address())) {
      var subscription = execution.store.find(MessageSubscription.class, key);
      if (subscription == null || subscription.owner().phase().isLeaving()) {
        return;
      }
      var processId = subscription.process().definition().id();
      if (isAlive(message) && !message.isCorrelatedTo(processId)) {
        message.correlate(processId);
        execution.subscriptions.correlate(
            subscription, message.key(), Variables.ofJson(message.variables()).toMap());
      }
    }
  }

  private void startFreed(FollowUp.StartFreed command) {
    var address = command.address();
    for (var start : execution.store.starts().ofMessage(address.name())) {
      if (start.definition().id().equals(command.processId())) {
        startWithBuffered(start, address);
      }
    }
  }

  private void startWithBuffered(StartSubscription start, MessageAddress address) {
    for (var message : execution.store.messages().at(address)) {
      if (isAlive(message)
          && !message.isCorrelatedTo(start.definition().id())
          && mayStart(start, address)) {
        message.correlate(start.definition().id());
        start(start, message.key(), address, Variables.ofJson(message.variables()).toMap());
      }
    }
  }
}
