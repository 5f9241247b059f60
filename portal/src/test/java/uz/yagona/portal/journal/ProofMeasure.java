package uz.yagona.portal.journal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import uz.yagona.database.Stretch;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Purpose;
import uz.yagona.portal.vault.Vault;

/**
 * Prints, one JSON line each: journal entries written, chained and checked, and vault reads (each
 * of them journaled). {@code ProofMeasure COUNT}.
 */
public final class ProofMeasure {
  private final int count;
  private final RunningPortal portal = RunningPortal.get();

  private ProofMeasure(int count) {
    this.count = count;
  }

  public static void main(String[] arguments) {
    new ProofMeasure(Integer.parseInt(arguments[0])).run();
    System.exit(0);
  }

  private void run() {
    var journal = portal.bean(Journal.class);
    var vault = portal.bean(Vault.class);
    var subject = vault.newSubject();
    var value = List.of(vault.put(subject, "name", "Karimova Aziza"));
    var access = new Access("measure", Purpose.REVIEW, "request:" + UUID.randomUUID());
    IntConsumer write =
        number ->
            journal.write("measure", Action.STATE, "request:" + number, Map.of("after.state", "X"));
    IntConsumer read = number -> vault.read(value, access);
    Stretch.warmUp(2, count, write);
    Stretch.warmUp(2, count, read);
    journal.seal();
    for (int threads : List.of(1, 2)) {
      Stretch.of("journal entry").measure(threads, count, write);
      Stretch.of("journal entry chained").measureOnce(count, journal::seal);
      Stretch.of("vault read").measure(threads, count, read);
      journal.seal();
    }
    var proof = portal.bean(JournalProof.class);
    var entries = proof.check().entries();
    Stretch.of("journal entry checked").measureOnce(entries, proof::check);
  }
}
