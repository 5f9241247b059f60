package uz.yagona.portal.operations;

import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of process instances shows, as it stands in the page's address.
 *
 * @param text number of a request, or key of an instance; empty for all
 * @param page starts at 1
 */
record InstanceQuery(State state, String text, int page) {
  static final int PAGE_SIZE = 25;
  private static final int LAST_PAGE = 400;

  enum State {
    ACTIVE,
    INCIDENT,
    COMPLETED,
    TERMINATED,
    ALL
  }

  static InstanceQuery of(String state, String text, int page) {
    return new InstanceQuery(state(state), text.strip(), Math.min(Math.max(page, 1), LAST_PAGE));
  }

  private static State state(String word) {
    for (var state : State.values()) {
      if (word(state).equals(word)) {
        return state;
      }
    }
    return State.ACTIVE;
  }

  int from() {
    return (page - 1) * PAGE_SIZE;
  }

  InstanceQuery in(State other) {
    return new InstanceQuery(other, text, 1);
  }

  InstanceQuery at(int number) {
    return new InstanceQuery(state, text, number);
  }

  public String stateWord() {
    return word(state);
  }

  /** The address of this list. */
  public String href() {
    var address = UriComponentsBuilder.fromPath("/operations").queryParam("state", word(state));
    if (!text.isEmpty()) {
      address.queryParam("q", "{q}");
    }
    if (page > 1) {
      address.queryParam("page", page);
    }
    return address.encode().buildAndExpand(Map.of("q", text)).toUriString();
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
