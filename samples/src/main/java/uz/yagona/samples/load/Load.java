package uz.yagona.samples.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import uz.yagona.samples.Account;
import uz.yagona.samples.Applicant;

/** People who file appeals one after the other, all at the same time. */
final class Load {
  /** Each has one unfinished form per service, so nobody can file twice at the same time. */
  static final List<String> CITIZENS = List.of("aziza", "bobur", "savdo");

  private static final List<String> TOPICS = List.of("ROADS", "UTILITIES", "LAND", "SOCIAL");

  private final URI base;
  private final int requests;
  private final int people;
  private final AtomicInteger next = new AtomicInteger();
  private final Latencies sending = new Latencies("form, summary and sending");
  private final Latencies numbering = new Latencies("until the number is shown");

  Load(URI base, int requests, int people) {
    this.base = base;
    this.requests = requests;
    this.people = people;
  }

  /** Whether every request that was sent got its number. */
  boolean run() {
    var begin = System.nanoTime();
    var threads = Executors.newFixedThreadPool(people);
    var numbered = 0;
    try {
      var work = new ArrayList<Future<Integer>>();
      for (var person = 0; person < people; person++) {
        work.add(threads.submit(filing(CITIZENS.get(person))));
      }
      for (var done : work) {
        numbered += result(done);
      }
    } finally {
      threads.shutdownNow();
    }
    var seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
    System.out.printf(
        "%d of %d requests filed and numbered by %d people in %.1f s: %.1f per second%n",
        numbered, requests, people, seconds, numbered / seconds);
    System.out.println(sending);
    System.out.println(numbering);
    return numbered == requests;
  }

  private Callable<Integer> filing(String userName) {
    return () -> {
      var applicant = new Applicant(Account.signIn(base, userName, "uz-Latn"));
      var filed = 0;
      for (var turn = next.getAndIncrement(); turn < requests; turn = next.getAndIncrement()) {
        var answers = appeal(turn);
        var id = sending.measure(() -> applicant.send("murojaat", answers, Map.of()));
        numbering.measure(() -> applicant.numbered(id));
        filed++;
      }
      return filed;
    };
  }

  private static Map<String, String> appeal(int turn) {
    return Map.of(
        "subType",
        "ARIZA",
        "topic",
        TOPICS.get(turn % TOPICS.size()),
        "text",
        "Yuklama sinovi, %d-murojaat: koʻchamizdagi yoritish chiroqlarini taʼmirlab bering."
            .formatted(turn),
        "answerChannel",
        "PORTAL");
  }

  private static int result(Future<Integer> done) {
    try {
      return done.get();
    } catch (ExecutionException e) {
      System.err.println("Failed: " + e.getCause());
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while people filed", e);
    }
  }
}
