package uz.yagona.engine.state;

import java.util.List;

/**
 * Some of those that wait for a signal, oldest first.
 *
 * @param end key up to which the page reaches
 * @param hasMore whether there may be others beyond
 */
public record SignalPage(List<SignalSubscription> subscriptions, long end, boolean hasMore) {
  /** Subscriptions that are reached at once. */
  static final int SIZE = 200;

  /** Where a page begins: behind this key. */
  record Place(String signalName, long after) {}
}
