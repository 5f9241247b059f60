package uz.yagona.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.yagona.engine.processor.Mortal;

/**
 * Random processes do in the engine what they do by the book, also when it is killed in between.
 *
 * <p>{@code -Dyagona.random.graphs=N} draws N processes, {@code -Dyagona.random.seed=S} begins with
 * another seed.
 */
class RandomProcessesIT {
  private static final int GRAPHS = Integer.getInteger("yagona.random.graphs", 80);
  private static final long SEED = Long.getLong("yagona.random.seed", 1L);

  private static final Logger LOG = LoggerFactory.getLogger(RandomProcessesIT.class);

  private static Mortal mortal;

  @BeforeAll
  static void start() {
    mortal = Mortal.start();
    mortal.engine().purge();
  }

  @AfterAll
  static void stop() {
    mortal.close();
  }

  @Test
  void shouldDoWhatTheReferenceDoes() {
    var steps = 0;
    for (var i = 0; i < GRAPHS; i++) {
      steps += run(SEED + i, false);
    }
    LOG.info("{} steps of {} processes were compared", steps, GRAPHS);
    assertThat(steps).as("steps that were compared").isGreaterThan(GRAPHS);
  }

  @Test
  void shouldDoWhatTheReferenceDoesAlthoughKilledInBetween() {
    var steps = 0;
    for (var i = 0; i < GRAPHS / 5; i++) {
      steps += run(SEED + i, true);
    }
    LOG.info("{} steps of {} processes were compared, with kills", steps, GRAPHS / 5);
    assertThat(steps).as("steps that were compared").isGreaterThan(GRAPHS / 5);
  }

  private static int run(long seed, boolean deadly) {
    var block = new RandomBlocks(new Random(seed)).draw();
    try {
      return new RandomRun(mortal, seed, deadly).run(block);
    } catch (RandomRun.Difference difference) {
      var smallest = Smaller.of(block, smaller -> failure(smaller, seed, deadly) != null);
      throw new AssertionError(
          "Seed %d: %s%n%s%nThe smallest process that failed: %s%n%s"
              .formatted(
                  seed,
                  Smaller.text(block),
                  difference.getMessage(),
                  Smaller.text(smallest),
                  failure(smallest, seed, deadly)),
          difference);
    }
  }

  /** The first difference that one of some orders of events shows; {@code null} if none does. */
  private static String failure(Block block, long seed, boolean deadly) {
    for (var order = seed; order < seed + 5; order++) {
      try {
        new RandomRun(mortal, order, deadly).run(block);
      } catch (RandomRun.Difference difference) {
        return difference.getMessage();
      }
    }
    return null;
  }
}
