package uz.yagona.portal.staff;

import java.util.List;

/**
 * One page of the task list.
 *
 * @param total tasks on all pages
 */
record TaskPage(List<StaffTask> tasks, long total) {
  static final TaskPage EMPTY = new TaskPage(List.of(), 0);

  int pages() {
    return (int) Math.max(1, (total + TaskQuery.PAGE_SIZE - 1) / TaskQuery.PAGE_SIZE);
  }
}
