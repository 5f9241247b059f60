package uz.yagona.engine.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uz.yagona.engine.state.MessageSubscriptionRepository.Waiting;

/**
 * Who waits for a message, page by page: a message reaches one instance of each process, so that
 * the oldest of each are enough, however many wait. Known for one batch.
 */
final class MessagePages {
  /** Waiting subscriptions of one process that are read at once. */
  static final int SIZE = 20;

  /** Those of one process that wait for one message. */
  record Place(MessageAddress address, String processId) {
    static Place of(MessageSubscription subscription) {
      return new Place(subscription.address(), subscription.process().definition().id());
    }
  }

  private final MessageSubscriptionRepository repository;

  /** Where a full page ends; there may be others beyond. */
  private final Map<Place, Long> ends = new HashMap<>();

  MessagePages(MessageSubscriptionRepository repository) {
    this.repository = repository;
  }

  void clear() {
    ends.clear();
  }

  /** Process instances of the first pages. */
  List<Long> first(Collection<MessageAddress> addresses) {
    var found = repository.waiting(addresses);
    var pages = new HashMap<Place, List<Waiting>>();
    found.forEach(
        waiting -> pages.computeIfAbsent(waiting.place(), place -> new ArrayList<>()).add(waiting));
    pages.forEach(this::remember);
    return instances(found);
  }

  private void remember(Place place, List<Waiting> page) {
    if (page.size() < SIZE) {
      ends.remove(place);
    } else {
      ends.put(place, page.get(page.size() - 1).key());
    }
  }

  private static List<Long> instances(List<Waiting> page) {
    return page.stream().map(Waiting::processInstanceKey).toList();
  }

  /**
   * Process instances of the next pages, of those processes of which nothing in memory can be
   * reached any more; empty when enough is known.
   */
  List<Long> next(MessageAddress address, Collection<MessageSubscription> inMemory) {
    var instances = new ArrayList<Long>();
    for (var place : List.copyOf(ends.keySet())) {
      if (place.address().equals(address) && inMemory.stream().noneMatch(s -> isNext(s, place))) {
        var page = repository.waiting(place, ends.getOrDefault(place, 0L));
        remember(place, page);
        instances.addAll(instances(page));
      }
    }
    return instances;
  }

  private boolean isNext(MessageSubscription subscription, Place place) {
    return Place.of(subscription).equals(place)
        && isKnown(subscription)
        && !subscription.owner().phase().isLeaving();
  }

  /** Whether all that are older and wait for the same are in memory too. */
  boolean isKnown(MessageSubscription subscription) {
    return subscription.key() <= ends.getOrDefault(Place.of(subscription), Long.MAX_VALUE);
  }
}
