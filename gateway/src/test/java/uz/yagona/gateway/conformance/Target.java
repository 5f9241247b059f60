package uz.yagona.gateway.conformance;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;

/** What the suite runs against. */
interface Target {

  /** The embedded engine, or the cluster that {@code YAGONA_CLUSTER} names. */
  static Target start() {
    var cluster = ClusterSettings.ofEnvironment();
    return cluster == null ? new EmbeddedTarget() : new ClusterTarget(cluster);
  }

  CamundaClient client();

  /** Nothing of earlier tests runs, waits or is deployed any more. */
  void startWithNothing();

  /** Moves the clock; what became due has happened when it returns. */
  void advance(Duration step);

  /** Whether the key was given after {@link #startWithNothing}. */
  boolean isOfThisTest(long key);

  /** What instances of this test still wait for, in words; empty when nothing. */
  List<String> waiting();
}
