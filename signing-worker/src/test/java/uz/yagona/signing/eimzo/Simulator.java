package uz.yagona.signing.eimzo;

import java.util.stream.IntStream;

/** Runs both parts of the simulator until it is stopped, for trying out in a browser. */
public final class Simulator {
  private static final long FIRST_PINFL = 31_210_932_040_247L;

  private Simulator() {}

  /** Names of the people who have keys, as certificates write them. */
  public static void main(String[] names) throws InterruptedException {
    var keys =
        IntStream.range(0, names.length)
            .mapToObj(i -> SimulatedKey.of(names[i], String.valueOf(FIRST_PINFL + i)))
            .toList();
    try (var verifier = new SimulatedVerifier();
        var agent = new SimulatedAgent(keys)) {
      System.out.printf(
          "--yagona.portal.e-imzo.agent=%s --yagona.portal.e-imzo.api-keys=localhost,any"
              + " --yagona.signing.remote.e-imzo.verifier=%s"
              + " --yagona.signing.remote.e-imzo.accept-simulator=true%n",
          agent.address(), verifier.address());
      Thread.currentThread().join();
    }
  }
}
