package uz.yagona.portal.staff;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uz.yagona.forms.Language;
import uz.yagona.portal.request.Requests;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;

/** The task list: own, of the group, all. */
@Controller
class TaskListController {
  private static final int MOST_FOUND = 100;
  private static final int NEIGHBOURS = 2;

  private final Tasks tasks;
  private final TaskRows rows;
  private final Requests requests;

  TaskListController(Tasks tasks, TaskRows rows, Requests requests) {
    this.tasks = tasks;
    this.rows = rows;
    this.requests = requests;
  }

  /** One tab with its number of tasks. */
  record TabLink(String word, String href, long count, boolean current) {}

  /** A page of the list. */
  record PageLink(int number, String href, boolean current) {}

  /** A way to sort, as a link of the table's head. */
  record SortLink(String href, boolean current) {}

  @GetMapping("/tasks")
  ModelAndView list(
      @RequestParam(defaultValue = "") String tab,
      @RequestParam(defaultValue = "") String sort,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String service,
      @RequestParam(defaultValue = "1") int page,
      PortalUser user,
      Language language) {
    var query = allowed(TaskQuery.of(startTab(tab, user), sort, q, service, page), user);
    var found = tasks.search(query, user, matching(query, user));
    var list = new ModelAndView("portal/staff/list");
    list.addObject("query", query);
    list.addObject("rows", rows.of(found.tasks(), user, language));
    list.addObject("total", found.total());
    list.addObject("tabs", tabs(query, user));
    list.addObject("pages", pages(query, found.pages()));
    for (var by : TaskQuery.Sort.values()) {
      list.addObject("by" + by.name(), new SortLink(query.by(by).href(), query.sort() == by));
    }
    return list;
  }

  /** Without a tab in the address: own tasks if there are any, else the group's. */
  private String startTab(String tab, PortalUser user) {
    if (!tab.isEmpty()) {
      return tab;
    }
    return tasks.count(TaskQuery.Tab.OWN, user) > 0 ? "own" : "group";
  }

  private static TaskQuery allowed(TaskQuery query, PortalUser user) {
    return query.tab() == TaskQuery.Tab.ALL && !user.has(Role.HEAD)
        ? query.on(TaskQuery.Tab.GROUP)
        : query;
  }

  private @Nullable Collection<UUID> matching(TaskQuery query, PortalUser user) {
    return query.text().isEmpty() ? null : requests.search(query.text(), user, MOST_FOUND);
  }

  private List<TabLink> tabs(TaskQuery query, PortalUser user) {
    return Arrays.stream(TaskQuery.Tab.values())
        .filter(tab -> tab != TaskQuery.Tab.ALL || user.has(Role.HEAD))
        .map(
            tab -> {
              var other = query.on(tab);
              return new TabLink(
                  other.tabWord(), other.href(), tasks.count(tab, user), tab == query.tab());
            })
        .toList();
  }

  private static List<PageLink> pages(TaskQuery query, int last) {
    return IntStream.rangeClosed(1, last)
        .filter(
            number ->
                number == 1 || number == last || Math.abs(number - query.page()) <= NEIGHBOURS)
        .mapToObj(number -> new PageLink(number, query.at(number).href(), number == query.page()))
        .toList();
  }
}
