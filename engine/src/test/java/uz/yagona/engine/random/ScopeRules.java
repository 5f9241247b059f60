package uz.yagona.engine.random;

import java.util.List;
import uz.yagona.engine.random.Area.What;
import uz.yagona.engine.random.Block.AdHoc;
import uz.yagona.engine.random.Block.Call;
import uz.yagona.engine.random.Block.Guard;
import uz.yagona.engine.random.Block.Loop;
import uz.yagona.engine.random.Block.Scope;
import uz.yagona.engine.random.Block.Undoable;

/** In the reference: sub-processes, called processes, and what is undone in them. */
final class ScopeRules {
  private final Reference book;

  ScopeRules(Reference book) {
    this.book = book;
  }

  void loop(Loop loop, Area in, Guard guard, Runnable next) {
    var counter = "c_" + loop.id();
    var area = book.enter(in, loop.id());
    area.variables.put(counter, 0);
    area.paths = 1;
    area.next = next;
    book.events().protect(area, guard);
    book.pass(loop.id() + "_s");
    round(loop, area);
  }

  private void round(Loop loop, Area area) {
    var counter = "c_" + loop.id();
    book.pass(loop.id() + "_m");
    book.run(
        loop.body(),
        area,
        () -> {
          area.variables.put(counter, area.number(counter) + 1);
          book.pass(loop.id() + "_i");
          book.pass(loop.id() + "_x");
          if (area.number(counter) < loop.most() && area.number("v") < loop.limit()) {
            round(loop, area);
          } else {
            book.pass(loop.id() + "_e");
            book.pathEnded(area);
          }
        });
  }

  void scope(Scope scope, Area in, Guard guard, Runnable next) {
    var area = book.enter(in, scope.id());
    if (scope.local()) {
      area.variables.put("w", area.number("v"));
    }
    area.paths = 1;
    area.next = next;
    book.events().protect(area, guard);
    if (scope.event() != null) {
      book.events().listen(scope, area);
    }
    book.pass(scope.id() + "_s");
    book.run(
        scope.parts().get(0),
        area,
        () -> {
          book.pass(scope.id() + "_e");
          book.pathEnded(area);
        });
  }

  // calls -----------------------------------------------------------------------------------------

  void call(Call call, Area in, Guard guard, Runnable next) {
    var area = book.enter(in, call.id());
    area.next = next;
    book.events().protect(area, guard);
    var called = book.enterProcess(area, "process-" + call.id());
    called.paths = 1;
    called.next =
        () -> {
          bringBack(call, called, area);
          book.leave(area);
          next.run();
        };
    book.pass(call.id() + "_p_s");
    book.run(
        call.body(),
        called,
        () -> {
          book.pass(call.id() + "_p_e");
          book.pathEnded(called);
        });
  }

  private static void bringBack(Call call, Area called, Area area) {
    if (call.bringsAll()) {
      called.variables.forEach(area::propagate);
    } else {
      area.propagate("v", called.variables.get("v"));
    }
  }

  // ad-hoc sub-processes --------------------------------------------------------------------------

  void adHoc(AdHoc adHoc, Area in, Guard guard, Runnable next) {
    var area = book.enter(in, adHoc.id());
    area.next = next;
    book.events().protect(area, guard);
    book.await(area, What.AD_HOC, adHoc.id(), null, () -> {});
    for (var part : adHoc.parts()) {
      area.startable.put(part.first().id(), () -> start(adHoc, area, part));
    }
    var entered = book.cause();
    for (var part : adHoc.parts().subList(0, adHoc.begun())) {
      book.cause(entered);
      start(adHoc, area, part);
    }
  }

  private void start(AdHoc adHoc, Area area, Block part) {
    var shell = book.enter(area, adHoc.id() + "#innerInstance");
    shell.paths = 1;
    shell.next = () -> shellEnded(adHoc, area);
    book.run(part, shell, () -> book.pathEnded(shell));
  }

  private void shellEnded(AdHoc adHoc, Area area) {
    if (adHoc.condition() ? area.number("v") >= 5 : area.inner.isEmpty()) {
      area.isFulfilled = true;
      if (adHoc.condition() && adHoc.cancels()) {
        List.copyOf(area.inner).forEach(book::kill);
      }
    }
    if (area.isFulfilled && area.inner.isEmpty()) {
      book.leave(area);
      area.next.run();
    }
  }

  // compensation ----------------------------------------------------------------------------------

  void undoable(Undoable undoable, Area in, Runnable next) {
    var area = book.enter(in, undoable.id());
    book.await(
        area,
        What.JOB,
        undoable.id(),
        null,
        () -> {
          book.leave(area);
          in.finished.add(undoable.id());
          next.run();
        });
  }

  /** The handlers of all that has been done in the scope; when all have ended, it goes on. */
  void compensate(Area thrower, Runnable completes) {
    var in = thrower.outer;
    var undone = List.copyOf(in.finished);
    in.finished.clear();
    if (undone.isEmpty()) {
      completes.run();
      return;
    }
    var open = new int[] {undone.size()};
    var thrown = book.cause();
    for (var id : undone) {
      book.cause(thrown);
      var handler = book.enter(in, id + "_u");
      book.await(
          handler,
          What.JOB,
          handler.id,
          null,
          () -> {
            book.leave(handler);
            if (--open[0] == 0) {
              completes.run();
            }
          });
    }
  }
}
