package uz.yagona.portal.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import uz.yagona.portal.support.RunningPortal;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Purpose;
import uz.yagona.portal.vault.Vault;

/**
 * Prints one JSON line: entries written and chained per second, vault reads per second (each
 * journaled), and entries checked per second. {@code ProofMeasure THREADS COUNT}.
 */
public final class ProofMeasure {
  private static final double NANOS = 1e9;

  private final int threads;
  private final int count;

  private ProofMeasure(int threads, int count) {
    this.threads = threads;
    this.count = count;
  }

  public static void main(String[] arguments) throws Exception {
    new ProofMeasure(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])).run();
    System.exit(0);
  }

  private void run() throws Exception {
    var portal = RunningPortal.get();
    var journal = portal.bean(Journal.class);
    var vault = portal.bean(Vault.class);
    var subject = vault.newSubject();
    var value = List.of(vault.put(subject, "name", "Karimova Aziza"));
    var access = new Access("measure", Purpose.REVIEW, "request:" + UUID.randomUUID());
    IntConsumer write =
        number ->
            journal.write("measure", Action.STATE, "request:" + number, Map.of("after.state", "X"));
    IntConsumer read = number -> vault.read(value, access);
    perSecond(write);
    perSecond(read);
    journal.seal();
    var written = perSecond(write);
    var startedAt = System.nanoTime();
    journal.seal();
    var sealed = count / ((System.nanoTime() - startedAt) / NANOS);
    var reads = perSecond(read);
    journal.seal();
    startedAt = System.nanoTime();
    var entries = portal.bean(JournalProof.class).check().entries();
    System.out.printf(
        "{\"threads\":%d,\"count\":%d,\"entriesPerSecond\":%.0f,\"chainedPerSecond\":%.0f,"
            + "\"vaultReadsPerSecond\":%.0f,\"checkedPerSecond\":%.0f}%n",
        threads,
        count,
        written,
        sealed,
        reads,
        entries / ((System.nanoTime() - startedAt) / NANOS));
  }

  private double perSecond(IntConsumer work) throws Exception {
    var pool = Executors.newFixedThreadPool(threads);
    var startedAt = System.nanoTime();
    var running = new ArrayList<Future<?>>();
    for (var i = 0; i < count; i++) {
      var number = i;
      running.add(pool.submit(() -> work.accept(number)));
    }
    for (var one : running) {
      one.get();
    }
    pool.shutdown();
    return count / ((System.nanoTime() - startedAt) / NANOS);
  }
}
