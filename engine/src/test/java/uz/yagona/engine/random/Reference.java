package uz.yagona.engine.random;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import uz.yagona.engine.random.Area.Handler;
import uz.yagona.engine.random.Area.Wait;
import uz.yagona.engine.random.Area.What;
import uz.yagona.engine.random.Block.Event;
import uz.yagona.engine.random.Block.Guard;
import uz.yagona.engine.random.Block.Leaf;
import uz.yagona.engine.random.Block.Loop;
import uz.yagona.engine.random.Block.Many;
import uz.yagona.engine.random.Block.Paths;
import uz.yagona.engine.random.Block.Scope;
import uz.yagona.engine.random.Block.Sequence;

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
    waits().forEach(wait -> lines.add(wait.toString()));
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

  void correlate(Wait wait) {
    wait.happens.run();
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

  /** Who would catch an error of this code from there; {@code null} if nobody. */
  static Handler catcher(Area thrower, Block.Trigger code) {
    for (var at = thrower; at != null; at = at.outer) {
      if (catches(at.boundary, code)) {
        return at.boundary;
      }
      if (at.outer != null && !at.isEventSubProcess && catches(at.outer.eventSubProcess, code)) {
        return at.outer.eventSubProcess;
      }
    }
    return null;
  }

  private static boolean catches(Handler handler, Block.Trigger code) {
    return handler != null && handler.event().trigger() == code;
  }

  // elements --------------------------------------------------------------------------------------

  private void count(String state, String id, int difference) {
    counts.merge(state + " " + id, difference, Integer::sum);
  }

  private void begin(String id) {
    begun.add(new Begun(id, cause));
    cause = begun.size() - 1;
  }

  /** An element that takes no time. */
  private void pass(String id) {
    begin(id);
    count("DONE", id, 1);
  }

  private Area enter(Area outer, String id) {
    var area = new Area(outer, id);
    outer.inner.add(area);
    begin(id);
    count("OPEN", id, 1);
    return area;
  }

  private void leave(Area area) {
    close(area, "DONE");
  }

  private void kill(Area area) {
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
  private void pathEnded(Area area) {
    if (--area.paths == 0) {
      area.atEnd.run();
      if (area.outer != null) {
        leave(area);
      }
      area.next.run();
    }
  }

  private Instant due(Area area, Duration after) {
    return now.plus(after).plusSeconds(area.number("shift"));
  }

  private void await(Area area, What what, String id, Instant due, Runnable happens) {
    area.waits.add(new Wait(++waits, area, what, id, due, false, happens));
  }

  // blocks ----------------------------------------------------------------------------------------

  private void run(Block block, Area in, Runnable next) {
    run(block, in, null, next);
  }

  private void run(Block block, Area in, Guard guard, Runnable next) {
    if (block instanceof Leaf leaf) {
      leaf(leaf, in, guard, next);
    } else if (block instanceof Sequence sequence) {
      sequence(sequence, 0, in, next);
    } else if (block instanceof Paths paths) {
      paths(paths, in, next);
    } else if (block instanceof Loop loop) {
      loop(loop, in, guard, next);
    } else if (block instanceof Scope scope) {
      scope(scope, in, guard, next);
    } else if (block instanceof Many many) {
      many(many, in, guard, next);
    } else if (block instanceof Guard inner) {
      var join = inner.event().interrupting() ? inner.id() + "_m" : null;
      run(inner.parts().get(0), in, inner, join == null ? next : then(join, next));
    }
  }

  private Runnable then(String id, Runnable next) {
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
      case JOB, MAPPED_JOB -> await(area, What.JOB, leaf.id(), null, completes);
      case USER_TASK -> await(area, What.TASK, leaf.id(), null, completes);
      case TIMER -> await(area, What.TIMER, leaf.id(), due(area, leaf.after()), completes);
      case MESSAGE -> await(area, What.MESSAGE, leaf.id(), null, completes);
    }
    if (leaf.kind().waits()) {
      protect(area, guard);
    }
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

  private void loop(Loop loop, Area in, Guard guard, Runnable next) {
    var counter = "c_" + loop.id();
    var area = enter(in, loop.id());
    area.variables.put(counter, 0);
    area.paths = 1;
    area.next = next;
    protect(area, guard);
    pass(loop.id() + "_s");
    round(loop, area);
  }

  private void round(Loop loop, Area area) {
    var counter = "c_" + loop.id();
    pass(loop.id() + "_m");
    run(
        loop.body(),
        area,
        () -> {
          area.variables.put(counter, area.number(counter) + 1);
          pass(loop.id() + "_i");
          pass(loop.id() + "_x");
          if (area.number(counter) < loop.most() && area.number("v") < loop.limit()) {
            round(loop, area);
          } else {
            pass(loop.id() + "_e");
            pathEnded(area);
          }
        });
  }

  private void scope(Scope scope, Area in, Guard guard, Runnable next) {
    var area = enter(in, scope.id());
    if (scope.local()) {
      area.variables.put("w", area.number("v"));
    }
    area.paths = 1;
    area.next = next;
    protect(area, guard);
    if (scope.event() != null) {
      listen(scope, area);
    }
    pass(scope.id() + "_s");
    run(
        scope.parts().get(0),
        area,
        () -> {
          pass(scope.id() + "_e");
          pathEnded(area);
        });
  }

  private void listen(Scope scope, Area area) {
    var id = scope.id() + "_h";
    Runnable happens =
        () -> {
          if (scope.event().interrupting()) {
            List.copyOf(area.inner).forEach(this::kill);
            area.waits.removeIf(wait -> wait.isStart);
            area.eventSubProcess = null;
            area.paths = 0;
          }
          area.paths++;
          var handler = enter(area, id);
          handler.isEventSubProcess = true;
          handler.paths = 1;
          handler.next = () -> pathEnded(area);
          pass(id + "_s");
          run(
              scope.parts().get(1),
              handler,
              () -> {
                pass(id + "_e");
                pathEnded(handler);
              });
        };
    area.eventSubProcess = new Handler(scope.event(), happens);
    expect(area, scope.event(), id + "_s", true, happens);
  }

  private void expect(Area area, Event event, String id, boolean isStart, Runnable happens) {
    if (event.trigger() == Block.Trigger.MESSAGE) {
      area.waits.add(new Wait(++waits, area, What.MESSAGE, id, null, isStart, happens));
    } else if (event.trigger() == Block.Trigger.TIMER) {
      var wait = new Wait[1];
      Runnable once =
          () -> {
            area.waits.remove(wait[0]);
            happens.run();
          };
      wait[0] = new Wait(++waits, area, What.TIMER, id, due(area, event.after()), isStart, once);
      area.waits.add(wait[0]);
    }
  }

  /** Attaches the boundary event, if there is one. */
  private void protect(Area area, Guard guard) {
    if (guard == null) {
      return;
    }
    var id = guard.id();
    var after = area.next;
    var in = area.outer;
    Runnable happens =
        () -> {
          if (guard.event().interrupting()) {
            kill(area);
            pass(id + "_b");
            run(guard.parts().get(1), in, after);
          } else {
            in.paths++;
            pass(id + "_b");
            run(
                guard.parts().get(1),
                in,
                () -> {
                  pass(id + "_e");
                  pathEnded(in);
                });
          }
        };
    area.boundary = new Handler(guard.event(), happens);
    expect(area, guard.event(), id + "_b", false, happens);
  }

  // loops over collections ------------------------------------------------------------------------

  private void many(Many many, Area in, Guard guard, Runnable next) {
    var body = enter(in, many.id());
    body.next = next;
    protect(body, guard);
    var results = new ArrayList<Object>(Collections.nCopies(many.count(), null));
    body.variables.put("out_" + many.id(), results);
    if (many.count() == 0) {
      finish(many, body);
      return;
    }
    var completed = new int[1];
    var started = cause;
    var start = new IntConsumer[1];
    start[0] =
        number ->
            one(
                many,
                body,
                number,
                () -> {
                  completed[0]++;
                  if (isEnough(many, body, completed[0])) {
                    List.copyOf(body.inner).forEach(this::kill);
                    finish(many, body);
                  } else if (completed[0] == many.count()) {
                    finish(many, body);
                  } else if (many.sequential()) {
                    start[0].accept(number + 1);
                  }
                });
    for (var number = 1; number <= (many.sequential() ? 1 : many.count()); number++) {
      cause = started;
      start[0].accept(number);
    }
  }

  private void one(Many many, Area body, int number, Runnable ended) {
    var area = enter(body, many.id());
    area.variables.put("loopCounter", number);
    area.variables.put("item", number * 10);
    area.variables.put("path", body.visible().get("path") + "/" + number);
    area.variables.put("shift", body.number("shift") * 10 + number);
    area.paths = 1;
    area.atEnd = () -> gather(many, body, number, area);
    area.next = ended;
    pass(many.id() + "_s");
    run(
        many.body(),
        area,
        () -> {
          pass(many.id() + "_e");
          pathEnded(area);
        });
  }

  private static void gather(Many many, Area body, int number, Area area) {
    var results = new ArrayList<Object>((List<?>) body.variables.get("out_" + many.id()));
    results.set(number - 1, number * 1000 + area.number("v"));
    body.variables.put("out_" + many.id(), results);
  }

  private static boolean isEnough(Many many, Area body, int completed) {
    return switch (many.enough()) {
      case NEVER -> false;
      case HALF -> completed * 2 >= many.count();
      case VALUE -> body.number("v") >= 5;
      case LAST -> body.inner.size() <= 1;
    };
  }

  private void finish(Many many, Area body) {
    var name = "out_" + many.id();
    body.outer.propagate(name, body.variables.get(name));
    leave(body);
    body.next.run();
  }
}
