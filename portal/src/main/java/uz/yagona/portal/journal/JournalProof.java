package uz.yagona.portal.journal;

import java.io.PrintWriter;
import java.util.List;
import org.springframework.stereotype.Service;
import uz.yagona.proof.JournalCheck;
import uz.yagona.proof.JournalLines;

/** Checks the whole journal and gives it away for others to check. */
@Service
public class JournalProof {
  private final Journal journal;
  private final Checkpoints checkpoints;

  JournalProof(Journal journal, Checkpoints checkpoints) {
    this.journal = journal;
    this.checkpoints = checkpoints;
  }

  /** Goes through all entries and checkpoints, as the offline verifier does. */
  public JournalCheck check() {
    var known = checkpoints.all();
    return JournalCheck.of(new JournalLines.Content(journal.links(), known, List.of()), List.of());
  }

  /** Writes the entries and then the checkpoints as JSON lines, after making a checkpoint. */
  public void export(PrintWriter out) {
    checkpoints.make();
    var known = checkpoints.all();
    journal.forEach(entry -> line(out, JournalLines.entry(entry.proof())));
    known.forEach(checkpoint -> line(out, JournalLines.checkpoint(checkpoint)));
  }

  /** Writes the checkpoints alone; they hold no personal value. */
  public void publish(PrintWriter out) {
    checkpoints.all().forEach(checkpoint -> line(out, JournalLines.checkpoint(checkpoint)));
  }

  private static void line(PrintWriter out, String line) {
    out.print(line);
    out.print('\n');
  }
}
