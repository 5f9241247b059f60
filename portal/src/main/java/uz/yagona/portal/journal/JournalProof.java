package uz.yagona.portal.journal;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import uz.yagona.proof.JournalCheck;
import uz.yagona.proof.JournalExcerpt;
import uz.yagona.proof.JournalLines;

/** Checks the whole journal and gives it away for others to check. */
@Service
public class JournalProof {
  private static final int MOST_OF_EXCERPT = 20_000;

  private final Journal journal;
  private final Checkpoints checkpoints;
  private final JournalRepository chain;

  JournalProof(Journal journal, Checkpoints checkpoints, JournalRepository chain) {
    this.journal = journal;
    this.checkpoints = checkpoints;
    this.chain = chain;
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

  /**
   * The entries about some objects, each with its way to a timestamped checkpoint, as JSON lines
   * that {@link JournalExcerpt} checks. Makes a checkpoint first, so that nothing is left out.
   *
   * @throws uz.yagona.portal.signing.SigningUnavailableException when there is no timestamp now
   * @throws IllegalStateException when there are more than 20,000 entries
   */
  public String excerpt(Collection<String> objects) {
    checkpoints.makeStamped();
    var entries = chain.ofObjects(objects, MOST_OF_EXCERPT + 1);
    if (entries.size() > MOST_OF_EXCERPT) {
      throw new IllegalStateException(
          "Expected at most %d entries of %s, but there are more"
              .formatted(MOST_OF_EXCERPT, objects));
    }
    var text = new StringBuilder();
    entries.forEach(entry -> text.append(JournalLines.entry(entry.proof())).append('\n'));
    for (var checkpoint : checkpoints.all()) {
      var covered =
          entries.stream()
              .filter(
                  entry -> entry.seq() >= checkpoint.firstSeq() && entry.seq() <= checkpoint.seq())
              .toList();
      if (!covered.isEmpty()) {
        var leaves = chain.hashesBetween(checkpoint.firstSeq(), checkpoint.seq());
        covered.forEach(
            entry ->
                text.append(JournalExcerpt.inclusion(entry.proof(), checkpoint, leaves))
                    .append('\n'));
        text.append(JournalLines.checkpoint(checkpoint)).append('\n');
      }
    }
    return text.toString();
  }

  private static void line(PrintWriter out, String line) {
    out.print(line);
    out.print('\n');
  }
}
