package uz.yagona.engine.handler;

import java.util.ArrayList;
import java.util.List;
import uz.yagona.engine.state.Journal;

/** What callers will be told once the batch is durable. Used by the writer thread alone. */
public final class Answers {
  private final Journal journal;
  private final ArrayList<Runnable> pending = new ArrayList<>();

  public Answers(Journal journal) {
    this.journal = journal;
  }

  public void add(Runnable answer) {
    pending.add(answer);
    journal.record(() -> pending.remove(pending.size() - 1));
  }

  /** Hands over all answers. */
  public List<Runnable> take() {
    var taken = List.copyOf(pending);
    pending.clear();
    return taken;
  }
}
