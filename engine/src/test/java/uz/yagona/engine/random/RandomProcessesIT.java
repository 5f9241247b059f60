package uz.yagona.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.yagona.engine.EngineProperties;
import uz.yagona.engine.processor.Mortal;

/**
 * Random processes do in the engine what they do by the book, also when it is killed in between.
 *
 * <p>{@code -Dyagona.random.graphs=N} draws N processes, {@code -Dyagona.random.seed=S} begins with
 * another seed.
 */
class RandomProcessesIT {
  private static final int GRAPHS = Integer.getInteger("yagona.random.graphs", 50);
  private static final long SEED = Long.getLong("yagona.random.seed", 1L);

  private static final Logger LOG = LoggerFactory.getLogger(RandomProcessesIT.class);

  /** Steps after which the work of a command is cut and goes on in the next batch. */
  private static final int SMALL_SHARE = 2;

  private static Mortal start(int stepLimit) {
    var mortal = Mortal.start(withStepLimit(EngineProperties.defaults(), stepLimit));
    mortal.engine().purge();
    return mortal;
  }

  private static EngineProperties withStepLimit(EngineProperties like, int stepLimit) {
    return new EngineProperties(
        like.nodeName(),
        like.queueCapacity(),
        like.queueVolume(),
        like.batchSize(),
        like.cacheRows(),
        stepLimit,
        like.variableSize(),
        like.restlessSteps(),
        like.timeZone(),
        like.historyRetention(),
        like.retentionByProcess(),
        like.cleanupInterval(),
        like.takeoverAfter());
  }

  private static void compare(int processes, int stepLimit, boolean deadly) {
    var steps = 0;
    try (var mortal = start(stepLimit)) {
      for (var i = 0; i < processes; i++) {
        steps += run(mortal, SEED + i, deadly);
      }
    }
    LOG.info("{} steps of {} processes were compared, kills: {}", steps, processes, deadly);
    assertThat(steps).as("steps that were compared").isGreaterThan(processes);
  }

  @Test
  void shouldDoWhatTheReferenceDoes() {
    compare(GRAPHS, EngineProperties.defaults().stepLimit(), false);
  }

  @Test
  void shouldDoWhatTheReferenceDoesAlthoughKilledInBetween() {
    compare(GRAPHS / 5, EngineProperties.defaults().stepLimit(), true);
  }

  @Test
  void shouldDoWhatTheReferenceDoesAlthoughCutAndKilledInBetween() {
    compare(GRAPHS / 5, SMALL_SHARE, true);
  }

  private static int run(Mortal mortal, long seed, boolean deadly) {
    var block = new RandomBlocks(new Random(seed)).draw();
    try {
      return new RandomRun(mortal, seed, deadly).run(block);
    } catch (RandomRun.Difference difference) {
      var smallest = Smaller.of(block, smaller -> failure(mortal, smaller, seed, deadly) != null);
      throw new AssertionError(
          "Seed %d: %s%n%s%nThe smallest process that failed: %s%n%s"
              .formatted(
                  seed,
                  Smaller.text(block),
                  difference.getMessage(),
                  Smaller.text(smallest),
                  failure(mortal, smallest, seed, deadly)),
          difference);
    }
  }

  /** The first difference that one of some orders of events shows; {@code null} if none does. */
  private static String failure(Mortal mortal, Block block, long seed, boolean deadly) {
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
