package uz.yagona.engine.random;

import java.util.List;
import uz.yagona.engine.random.Area.Handler;
import uz.yagona.engine.random.Area.Wait;
import uz.yagona.engine.random.Area.What;
import uz.yagona.engine.random.Block.Choice;
import uz.yagona.engine.random.Block.Event;
import uz.yagona.engine.random.Block.Guard;
import uz.yagona.engine.random.Block.Kind;
import uz.yagona.engine.random.Block.Leaf;
import uz.yagona.engine.random.Block.Scope;
import uz.yagona.engine.random.Block.Sequence;
import uz.yagona.engine.random.Block.Trigger;

/** In the reference: events that are waited for, and what is thrown. */
final class EventRules {
  private final Reference book;

  EventRules(Reference book) {
    this.book = book;
  }

  // in the flow -----------------------------------------------------------------------------------

  void await(Area area, Leaf leaf, Runnable happens) {
    var wait = open(area, leaf, happens);
    if (book.isTold(wait)) {
      happens.run();
    }
  }

  private Wait open(Area area, Leaf leaf, Runnable happens) {
    var due = leaf.kind() == Kind.TIMER ? book.due(area, leaf.after()) : null;
    return book.await(area, What.valueOf(leaf.kind().name()), leaf.id(), due, happens);
  }

  /** The first event that happens decides the path. */
  void choice(Choice choice, Area in, Runnable next) {
    var area = book.enter(in, choice.id());
    for (var part : choice.parts()) {
      var event = (Leaf) part.first();
      var rest = book.then(choice.id() + "_m", next);
      open(
          area,
          event,
          () -> {
            book.leave(area);
            book.pass(event.id());
            book.run(behindFirst(part), in, rest);
          });
    }
    List.copyOf(area.waits).stream()
        .filter(book::isTold)
        .findFirst()
        .ifPresent(wait -> wait.happens.run());
  }

  private static Block behindFirst(Block part) {
    if (!(part instanceof Sequence sequence)) {
      return new Sequence(part.id(), List.of());
    }
    var parts = sequence.parts();
    var behind = new java.util.ArrayList<Block>();
    behind.add(behindFirst(parts.get(0)));
    behind.addAll(parts.subList(1, parts.size()));
    return new Sequence(sequence.id(), behind);
  }

  /** It goes on, unless what catches it interrupts. */
  void escalate(Area thrower, Trigger code, Runnable next) {
    var thrown = book.cause();
    var catcher = catcher(thrower, code);
    if (catcher != null) {
      catcher.happens().run();
    }
    if (catcher == null || !catcher.event().interrupting()) {
      book.cause(thrown);
      book.leave(thrower);
      next.run();
    }
  }

  /** Who would catch an error or escalation from there; {@code null} if nobody. */
  static Handler catcher(Area thrower, Trigger code) {
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

  private static boolean catches(Handler handler, Trigger code) {
    return handler != null && handler.event().trigger() == code;
  }

  // at scopes -------------------------------------------------------------------------------------

  /** The event sub-process of the scope waits for its event. */
  void listen(Scope scope, Area area) {
    Runnable happens = () -> begin(scope, area);
    area.eventSubProcess = new Handler(scope.event(), happens);
    expect(area, scope.event(), scope.id() + "_h_s", true, happens);
  }

  private void begin(Scope scope, Area area) {
    var id = scope.id() + "_h";
    if (scope.event().interrupting()) {
      List.copyOf(area.inner).forEach(book::kill);
      area.waits.removeIf(wait -> wait.isStart);
      area.eventSubProcess = null;
      area.paths = 0;
    }
    area.paths++;
    var handler = book.enter(area, id);
    handler.isEventSubProcess = true;
    handler.paths = 1;
    handler.next = () -> book.pathEnded(area);
    book.pass(id + "_s");
    book.run(
        scope.parts().get(1),
        handler,
        () -> {
          book.pass(id + "_e");
          book.pathEnded(handler);
        });
  }

  /** Attaches the boundary event, if there is one. */
  void protect(Area area, Guard guard) {
    if (guard == null) {
      return;
    }
    Runnable happens =
        guard.event().interrupting() ? () -> interrupt(area, guard) : () -> aside(area, guard);
    area.boundary = new Handler(guard.event(), happens);
    expect(area, guard.event(), guard.id() + "_b", false, happens);
  }

  private void interrupt(Area area, Guard guard) {
    book.kill(area);
    book.pass(guard.id() + "_b");
    book.run(guard.parts().get(1), area.outer, area.next);
  }

  private void aside(Area area, Guard guard) {
    var in = area.outer;
    in.paths++;
    book.pass(guard.id() + "_b");
    book.run(
        guard.parts().get(1),
        in,
        () -> {
          book.pass(guard.id() + "_e");
          book.pathEnded(in);
        });
  }

  private void expect(Area area, Event event, String id, boolean isStart, Runnable happens) {
    switch (event.trigger()) {
      case TIMER -> {
        var wait = new Wait[1];
        Runnable once =
            () -> {
              area.waits.remove(wait[0]);
              happens.run();
            };
        wait[0] = book.await(area, What.TIMER, id, book.due(area, event.after()), isStart, once);
      }
      case MESSAGE, SIGNAL ->
          book.await(area, What.valueOf(event.trigger().name()), id, null, isStart, happens);
      case CONDITION -> {
        if (book.isTold(book.await(area, What.CONDITION, id, null, isStart, happens))) {
          book.undefined();
        }
      }
      default -> {}
    }
  }
}
