package uz.yagona.portal.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the task list shows, as it stands in the page's address.
 *
 * @param text number, PINFL, STIR, phone or cadastre number; empty for all
 * @param service service code; empty for all
 * @param page starts at 1
 */
record TaskQuery(Tab tab, Sort sort, String text, String service, int page) {
  static final int PAGE_SIZE = 20;
  private static final int LAST_PAGE = 500;

  enum Tab {
    OWN,
    GROUP,
    ALL
  }

  enum Sort {
    DUE,
    CREATED,
    PRIORITY
  }

  /** Unknown words in the address mean the default. */
  static TaskQuery of(String tab, String sort, String text, String service, int page) {
    return new TaskQuery(
        find(Tab.values(), tab).orElse(Tab.OWN),
        find(Sort.values(), sort).orElse(Sort.DUE),
        text.strip(),
        service.strip(),
        Math.min(Math.max(page, 1), LAST_PAGE));
  }

  int from() {
    return (page - 1) * PAGE_SIZE;
  }

  TaskQuery on(Tab other) {
    return new TaskQuery(other, sort, text, service, 1);
  }

  TaskQuery by(Sort other) {
    return new TaskQuery(tab, other, text, service, 1);
  }

  TaskQuery at(int number) {
    return new TaskQuery(tab, sort, text, service, number);
  }

  /** The address of this list. */
  public String href() {
    var address =
        UriComponentsBuilder.fromPath("/tasks")
            .queryParam("tab", word(tab))
            .queryParam("sort", word(sort));
    if (!text.isEmpty()) {
      address.queryParam("q", "{q}");
    }
    if (!service.isEmpty()) {
      address.queryParam("service", "{service}");
    }
    if (page > 1) {
      address.queryParam("page", page);
    }
    return address.encode().buildAndExpand(Map.of("q", text, "service", service)).toUriString();
  }

  public String tabWord() {
    return word(tab);
  }

  public String sortWord() {
    return word(sort);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> Optional<E> find(E[] values, String word) {
    return Arrays.stream(values).filter(value -> word(value).equals(word)).findFirst();
  }
}
