package uz.yagona.engine.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import uz.yagona.engine.random.Block.Guard;
import uz.yagona.engine.random.Block.Many;

/** In the reference: loops over collections. */
final class ManyRules {
  private final Reference book;

  ManyRules(Reference book) {
    this.book = book;
  }

  void many(Many many, Area in, Guard guard, Runnable next) {
    var body = book.enter(in, many.id());
    body.next = next;
    book.events().protect(body, guard);
    var results = new ArrayList<Object>(Collections.nCopies(many.count(), null));
    body.variables.put("out_" + many.id(), results);
    if (many.count() == 0) {
      finish(many, body);
      return;
    }
    var completed = new int[1];
    var started = book.cause();
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
                    List.copyOf(body.inner).forEach(book::kill);
                    finish(many, body);
                  } else if (completed[0] == many.count()) {
                    finish(many, body);
                  } else if (many.sequential()) {
                    start[0].accept(number + 1);
                  }
                });
    for (var number = 1; number <= (many.sequential() ? 1 : many.count()); number++) {
      book.cause(started);
      start[0].accept(number);
    }
  }

  private void one(Many many, Area body, int number, Runnable ended) {
    var area = book.enter(body, many.id());
    area.variables.put("loopCounter", number);
    area.variables.put("item", number * 10);
    area.variables.put("path", body.visible().get("path") + "/" + number);
    area.variables.put("shift", body.number("shift") * 10 + number);
    area.paths = 1;
    area.atEnd = () -> gather(many, body, number, area);
    area.next = ended;
    book.pass(many.id() + "_s");
    book.run(
        many.body(),
        area,
        () -> {
          book.pass(many.id() + "_e");
          book.pathEnded(area);
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
    book.leave(body);
    body.next.run();
  }
}
