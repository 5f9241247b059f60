package uz.yagona.engine.behavior;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.Variables;
import uz.yagona.engine.state.MessageAddress;

/** Follow-ups as JSON: how the database keeps those that a batch leaves over. */
public final class FollowUpText {
  private static final String KIND = "kind";

  private FollowUpText() {}

  public static String write(FollowUp followUp) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    fields.put(KIND, followUp.getClass().getSimpleName());
    if (followUp instanceof FollowUp.Continue proceed) {
      fields.put("process", proceed.processInstanceKey());
      fields.put("root", proceed.rootInstanceKey());
    } else if (followUp instanceof FollowUp.Stop stop) {
      fields.put("process", stop.processInstanceKey());
    } else if (followUp instanceof FollowUp.Opened opened) {
      put(fields, opened.address());
      fields.put("subscription", opened.subscriptionKey());
    } else if (followUp instanceof FollowUp.StartFreed freed) {
      put(fields, freed.address());
      fields.put("process", freed.processId());
    } else if (followUp instanceof FollowUp.Publish publish) {
      put(fields, publish.address());
      fields.put("id", publish.messageId());
      fields.put("timeToLive", publish.timeToLive().toMillis());
      fields.put("variables", publish.variables());
    } else if (followUp instanceof FollowUp.Broadcast broadcast) {
      fields.put("signal", broadcast.signalName());
      fields.put("variables", broadcast.variables());
      fields.put("after", broadcast.after());
      fields.put("last", broadcast.last());
    }
    return Variables.jsonOfValue(fields);
  }

  private static void put(Map<String, @Nullable Object> fields, MessageAddress address) {
    fields.put("name", address.name());
    fields.put("correlationKey", address.correlationKey());
  }

  /** Reads what {@link #write} has written. */
  public static FollowUp read(String json) {
    var fields = Variables.ofJson(json).toMap();
    var kind = text(fields, KIND);
    return switch (kind) {
      case "Continue" -> new FollowUp.Continue(number(fields, "process"), number(fields, "root"));
      case "Stop" -> new FollowUp.Stop(number(fields, "process"));
      case "Opened" -> new FollowUp.Opened(address(fields), number(fields, "subscription"));
      case "StartFreed" -> new FollowUp.StartFreed(address(fields), text(fields, "process"));
      case "Publish" ->
          new FollowUp.Publish(
              address(fields),
              (String) fields.get("id"),
              Duration.ofMillis(number(fields, "timeToLive")),
              Memory.object(fields.get("variables")));
      case "Broadcast" ->
          new FollowUp.Broadcast(
              text(fields, "signal"),
              Memory.object(fields.get("variables")),
              number(fields, "after"),
              number(fields, "last"));
      default -> throw new IllegalStateException("Expected a known follow-up, but it is " + kind);
    };
  }

  private static MessageAddress address(Map<String, Object> fields) {
    return new MessageAddress(text(fields, "name"), text(fields, "correlationKey"));
  }

  private static String text(Map<String, Object> fields, String name) {
    return String.valueOf(fields.get(name));
  }

  private static long number(Map<String, Object> fields, String name) {
    return fields.get(name) instanceof Number number ? number.longValue() : 0;
  }
}
