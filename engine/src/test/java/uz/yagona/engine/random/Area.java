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

  /** An event and what to do when it happens. */
  record Handler(Event event, Runnable happens) {}

  /** What it waits for: a worker, a person, a time, a message. */
  static final class Wait {
    final int number;
    final Area area;
    final What what;
    final String id;
    final Instant due;
    final Runnable happens;

    /** Of an event sub-process: it goes when another one interrupts. */
    final boolean isStart;

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
        case JOB, TASK -> "%s %s %s".formatted(what, id, area.visible());
        case TIMER -> "%s %s %s".formatted(what, id, due);
        case MESSAGE -> "%s %s %s".formatted(what, id, area.visible().get("path"));
      };
    }
  }

  /** Kinds of waiting. */
  enum What {
    JOB,
    TASK,
    TIMER,
    MESSAGE
  }

  Area(Area outer, String id) {
    this.outer = outer;
    this.id = id;
  }

  Map<String, Object> visible() {
    var visible = outer == null ? new TreeMap<String, Object>() : new TreeMap<>(outer.visible());
    visible.putAll(variables);
    return visible;
  }

  int number(String name) {
    return ((Number) visible().get(name)).intValue();
  }

  /** Sets it where it is found outwards, else outermost. */
  void propagate(String name, Object value) {
    var at = this;
    while (!at.variables.containsKey(name) && at.outer != null) {
      at = at.outer;
    }
    at.variables.put(name, value);
  }
}
