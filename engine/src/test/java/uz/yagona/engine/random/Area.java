package uz.yagona.engine.random;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uz.yagona.engine.random.Block.Event;

/** In the reference: an element that is active for a while, with its variables. */
final class Area {
  final Area outer;
  final String id;
  final Map<String, Object> variables = new LinkedHashMap<>();
  final List<Area> inner = new ArrayList<>();
  final List<Wait> waits = new ArrayList<>();

  /** Paths still on their way inside. */
  int paths;

  /** What it does last, while its variables are there. */
  Runnable atEnd = () -> {};

  /** What follows when it completes. */
  Runnable next = () -> {};

  /** The boundary event around it, or the event sub-process inside it. */
  Handler boundary;

  Handler eventSubProcess;
  boolean isEventSubProcess;

  /** A process: nothing outside is seen from it. */
  final boolean isProcess;

  /** What can be started in it from outside, by the id of its first element. */
  final Map<String, Runnable> startable = new LinkedHashMap<>();

  /** Of an ad-hoc sub-process: it ends when nothing is left. */
  boolean isFulfilled;

  /** What has been done in it and can be undone. */
  final List<String> finished = new ArrayList<>();

  /** An event and what to do when it happens. */
  record Handler(Event event, Runnable happens) {}

  /** What it waits for: a worker, a person, an event, an operator. */
  static final class Wait {
    final int number;
    final Area area;
    final What what;
    final String id;
    final Instant due;
    final Runnable happens;

    /** Of an event sub-process: it goes when another one interrupts. */
    final boolean isStart;

    /** Of jobs. */
    int retries = 3;

    /** Type of the incident; {@code null} if there is none. */
    String incident;

    Wait(
        int number,
        Area area,
        What what,
        String id,
        Instant due,
        boolean isStart,
        Runnable happens) {
      this.number = number;
      this.area = area;
      this.what = what;
      this.id = id;
      this.due = due;
      this.isStart = isStart;
      this.happens = happens;
    }

    /** As it is compared with the engine. */
    @Override
    public String toString() {
      return switch (what) {
        case JOB ->
            "JOB %s %d%s %s".formatted(id, retries, incident == null ? "" : "!", area.visible());
        case TASK, AD_HOC -> "%s %s  %s".formatted(what, id, area.visible());
        case INCIDENT -> incidentText();
        case TIMER -> "%s %s %s".formatted(what, id, due);
        case MESSAGE -> "%s %s %s".formatted(what, id, area.visible().get("path"));
        case SIGNAL, CONDITION -> "%s %s %s".formatted(what, id, name());
      };
    }

    /** The incident, as it is compared with the engine. */
    String incidentText() {
      return "INCIDENT %s %s %s".formatted(id, incident, area.visible());
    }

    /** Of a signal or a condition. */
    String name() {
      return id + "-" + area.visible().get("path");
    }

    boolean isWork() {
      return what == What.JOB || what == What.TASK;
    }
  }

  /** Kinds of waiting. */
  enum What {
    JOB,
    TASK,
    TIMER,
    MESSAGE,
    SIGNAL,
    CONDITION,
    /** For an operator to put right what is wrong, without a job. */
    INCIDENT,
    /** For somebody to start an activity, if anybody wants to. */
    AD_HOC
  }

  Area(Area outer, String id) {
    this(outer, id, outer == null);
  }

  Area(Area outer, String id, boolean isProcess) {
    this.outer = outer;
    this.id = id;
    this.isProcess = isProcess;
  }

  Map<String, Object> visible() {
    var visible = isProcess ? new TreeMap<String, Object>() : new TreeMap<>(outer.visible());
    visible.putAll(variables);
    return visible;
  }

  int number(String name) {
    return ((Number) visible().get(name)).intValue();
  }

  /** Sets it where it is found outwards, else outermost. */
  void propagate(String name, Object value) {
    var at = this;
    while (!at.variables.containsKey(name) && !at.isProcess) {
      at = at.outer;
    }
    at.variables.put(name, value);
  }
}
