package uz.yagona.engine.random;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uz.yagona.engine.random.Area.Wait;
import uz.yagona.engine.random.Area.What;
import uz.yagona.engine.random.Block.AdHoc;
import uz.yagona.engine.random.Block.Call;
import uz.yagona.engine.random.Block.Choice;
import uz.yagona.engine.random.Block.Guard;
import uz.yagona.engine.random.Block.Leaf;
import uz.yagona.engine.random.Block.Loop;
import uz.yagona.engine.random.Block.Many;
import uz.yagona.engine.random.Block.Paths;
import uz.yagona.engine.random.Block.Scope;
import uz.yagona.engine.random.Block.Sequence;
import uz.yagona.engine.random.Block.Undoable;

/**
 * What a process must do, by the book: an interpreter of blocks with closures for what comes next.
 * It knows neither BPMN files nor the engine.
 */
final class Reference {
  /** Something that began; {@code cause} is the place in the list of what led to it. */
  record Begun(String id, int cause) {}

  private final Area process = new Area(null, "process");
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<Begun> begun = new ArrayList<>();
  private Instant now;
  private String state = "ACTIVE";
  private int cause = -1;
  private int waits;
  private boolean isDefined = true;
  private final EventRules events = new EventRules(this);
  private final ManyRules multiples = new ManyRules(this);
  private final ScopeRules scopes = new ScopeRules(this);

  Reference(Block block, Map<String, Object> variables, Instant now) {
    this.now = now;
    process.variables.putAll(variables);
    process.next = () -> end("COMPLETED");
    process.paths = 1;
    pass("process_s");
    run(
        block,
        process,
        () -> {
          pass("process_e");
          pathEnded(process);
        });
  }

  // what the driver asks --------------------------------------------------------------------------

  boolean isDone() {
    return !state.equals("ACTIVE");
  }

  /** Whether the books say what must happen from here on. */
  boolean isDefined() {
    return isDefined;
  }

  EventRules events() {
    return events;
  }

  void undefined() {
    isDefined = false;
  }

  Instant now() {
    return now;
  }

  Area process() {
    return process;
  }

  /** Everything that is waited for, the oldest first. */
  List<Wait> waits() {
    return waits(process).sorted(Comparator.comparing(wait -> wait.number)).toList();
  }

  private static Stream<Wait> waits(Area area) {
    return Stream.concat(area.waits.stream(), area.inner.stream().flatMap(Reference::waits));
  }

  /** Begun since the last call. */
  List<Begun> takeBegun() {
    var taken = List.copyOf(begun);
    begun.clear();
    cause = -1;
    return taken;
  }

  /** Numbers of elements by state, and what is open; sorted. */
  List<String> picture() {
    var lines = new ArrayList<String>();
    counts.forEach(
        (what, count) -> {
          if (count > 0) {
            lines.add(what + " x" + count);
          }
        });
    var incidents = waits().stream().filter(wait -> wait.incident != null).toList();
    lines.add("INCIDENTS " + incidents.size());
    incidents.forEach(wait -> lines.add(wait.incidentText()));
    waits().stream()
        .filter(wait -> wait.what != What.CONDITION && wait.what != What.INCIDENT)
        .forEach(wait -> lines.add(wait.toString()));
    process.variables.forEach((name, value) -> lines.add("VARIABLE " + name + " = " + value));
    lines.add(state);
    Collections.sort(lines);
    return lines;
  }

  // what happens from outside ---------------------------------------------------------------------

  void complete(Wait wait, Map<String, Object> answer) {
    if (answer.containsKey("r")) {
      wait.area.propagate("v", answer.get("r"));
    } else {
      answer.forEach(wait.area::propagate);
    }
    wait.happens.run();
  }

  void cancel() {
    List.copyOf(process.inner).forEach(this::kill);
    end("TERMINATED");
  }

  private void end(String last) {
    state = last;
  }

  /** A message, a signal or an answer of an operator comes. */
  void happen(Wait wait) {
    wait.happens.run();
  }

  /** Sets the variable that conditions look at. */
  void tell(String text) {
    process.variables.put("k", text);
    waits().stream()
        .filter(wait -> wait.what == What.CONDITION && wait.name().equals(text))
        .forEach(wait -> wait.happens.run());
  }

  boolean isTold(Wait wait) {
    return wait.what == What.CONDITION && wait.name().equals(wait.area.visible().get("k"));
  }

  /** Moves on to the next time at which something is due, and lets it happen. */
  void advanceTo(Instant time) {
    now = time;
    for (var due = due(time); !due.isEmpty(); due = due(time)) {
      cause = -1;
      due.get(0).happens.run();
    }
  }

  private List<Wait> due(Instant time) {
    return waits().stream()
        .filter(wait -> wait.what == What.TIMER && !wait.due.isAfter(time))
        .sorted(Comparator.comparing((Wait wait) -> wait.due))
        .toList();
  }

  // elements --------------------------------------------------------------------------------------

  private void count(String state, String id, int difference) {
    counts.merge(state + " " + id, difference, Integer::sum);
  }

  void begin(String id) {
    begun.add(new Begun(id, cause));
    cause = begun.size() - 1;
  }

  /** An element that takes no time. */
  void pass(String id) {
    begin(id);
    count("DONE", id, 1);
  }

  Area enter(Area outer, String id) {
    var area = new Area(outer, id);
    outer.inner.add(area);
    begin(id);
    count("OPEN", id, 1);
    return area;
  }

  /** A process that the call activity calls, with a copy of all that is seen from there. */
  Area enterProcess(Area call, String id) {
    var called = new Area(call, id, true);
    called.variables.putAll(call.visible());
    call.inner.add(called);
    count("OPEN", id, 1);
    return called;
  }

  void leave(Area area) {
    if (!area.isProcess) {
      area.outer.finished.addAll(area.finished);
    }
    close(area, "DONE");
  }

  void kill(Area area) {
    List.copyOf(area.inner).forEach(this::kill);
    close(area, "STOPPED");
  }

  private void close(Area area, String state) {
    area.waits.clear();
    area.outer.inner.remove(area);
    count("OPEN", area.id, -1);
    count(state, area.id, 1);
  }

  /** A path inside has reached its end. */
  void pathEnded(Area area) {
    if (--area.paths == 0) {
      area.atEnd.run();
      if (area.outer != null) {
        leave(area);
      }
      area.next.run();
    }
  }

  Instant due(Area area, Duration after) {
    return now.plus(after).plusSeconds(area.number("shift"));
  }

  Wait await(Area area, What what, String id, Instant due, Runnable happens) {
    return await(area, what, id, due, false, happens);
  }

  Wait await(Area area, What what, String id, Instant due, boolean isStart, Runnable happens) {
    var wait = new Wait(++waits, area, what, id, due, isStart, happens);
    area.waits.add(wait);
    return wait;
  }

  /** What began last; what begins next is led to by it. */
  int cause() {
    return cause;
  }

  void cause(int last) {
    cause = last;
  }

  // blocks ----------------------------------------------------------------------------------------

  void run(Block block, Area in, Runnable next) {
    run(block, in, null, next);
  }

  void run(Block block, Area in, Guard guard, Runnable next) {
    if (block instanceof Leaf leaf) {
      leaf(leaf, in, guard, next);
    } else if (block instanceof Sequence sequence) {
      sequence(sequence, 0, in, next);
    } else if (block instanceof Paths paths) {
      paths(paths, in, next);
    } else if (block instanceof Loop loop) {
      scopes.loop(loop, in, guard, next);
    } else if (block instanceof Scope scope) {
      scopes.scope(scope, in, guard, next);
    } else if (block instanceof Many many) {
      multiples.many(many, in, guard, next);
    } else if (block instanceof Call call) {
      scopes.call(call, in, guard, next);
    } else if (block instanceof AdHoc adHoc) {
      scopes.adHoc(adHoc, in, guard, next);
    } else if (block instanceof Undoable undoable) {
      scopes.undoable(undoable, in, next);
    } else if (block instanceof Choice choice) {
      events.choice(choice, in, next);
    } else if (block instanceof Guard inner) {
      var join = inner.event().interrupting() ? inner.id() + "_m" : null;
      run(inner.parts().get(0), in, inner, join == null ? next : then(join, next));
    }
  }

  Runnable then(String id, Runnable next) {
    return () -> {
      pass(id);
      next.run();
    };
  }

  private void leaf(Leaf leaf, Area in, Guard guard, Runnable next) {
    var area = enter(in, leaf.id());
    area.next = next;
    Runnable completes =
        () -> {
          leave(area);
          next.run();
        };
    switch (leaf.kind()) {
      case MANUAL_TASK -> completes.run();
      case SCRIPT -> {
        in.propagate("v", area.number("v") + 1);
        completes.run();
      }
      case CHECK -> check(area, completes);
      case JOB, MAPPED_JOB -> await(area, What.JOB, leaf.id(), null, completes);
      case USER_TASK -> await(area, What.TASK, leaf.id(), null, completes);
      case TIMER, MESSAGE, SIGNAL, CONDITION -> events.await(area, leaf, completes);
      case ESCALATE_A -> events.escalate(area, Block.Trigger.ESCALATION_A, next);
      case ESCALATE_B -> events.escalate(area, Block.Trigger.ESCALATION_B, next);
      case COMPENSATE -> scopes.compensate(area, completes);
    }
    if (leaf.kind().waits()) {
      events.protect(area, guard);
    }
  }

  private void check(Area area, Runnable completes) {
    if (isBad(area)) {
      var wait = await(area, What.INCIDENT, area.id, null, () -> checkAgain(area, completes));
      wait.incident = "EXTRACT_VALUE_ERROR";
    } else {
      completes.run();
    }
  }

  private static void checkAgain(Area area, Runnable completes) {
    if (!isBad(area)) {
      completes.run();
    }
  }

  private static boolean isBad(Area area) {
    return String.valueOf(area.visible().get("bad")).contains("<" + area.id + ">");
  }

  private void sequence(Sequence sequence, int place, Area in, Runnable next) {
    if (place == sequence.parts().size()) {
      next.run();
    } else {
      run(sequence.parts().get(place), in, () -> sequence(sequence, place + 1, in, next));
    }
  }

  private void paths(Paths paths, Area in, Runnable next) {
    pass(paths.id() + "_s");
    var taken = taken(paths, in);
    var open = new int[] {taken.size()};
    var split = cause;
    Runnable joins =
        () -> {
          if (--open[0] == 0) {
            pass(paths.id() + "_j");
            next.run();
          }
        };
    for (var path : taken) {
      cause = split;
      run(path, in, joins);
    }
  }

  private static List<Block> taken(Paths paths, Area in) {
    var parts = paths.parts();
    if (paths.fork() == Block.Fork.PARALLEL) {
      return parts;
    }
    var taken = new ArrayList<Block>();
    for (var i = 0; i < paths.limits().size(); i++) {
      if (in.number("v") >= paths.limits().get(i)
          && (taken.isEmpty() || paths.fork() == Block.Fork.INCLUSIVE)) {
        taken.add(parts.get(i));
      }
    }
    return taken.isEmpty() ? List.of(parts.get(parts.size() - 1)) : taken;
  }
}
