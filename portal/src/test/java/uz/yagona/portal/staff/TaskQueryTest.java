package uz.yagona.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TaskQueryTest {

  @Test
  void shouldReadUnknownWordsAsTheDefault() {
    assertThat(TaskQuery.of("<script>", "up", " x ", "", -3))
        .isEqualTo(new TaskQuery(TaskQuery.Tab.OWN, TaskQuery.Sort.DUE, "x", "", 1));
  }

  @Test
  void shouldEncodeWhatWasTyped() {
    assertThat(TaskQuery.of("group", "created", "a&b=\"<", "murojaat", 2).href())
        .isEqualTo("/tasks?tab=group&sort=created&q=a%26b%3D%22%3C&service=murojaat&page=2");
  }

  @Test
  void shouldStartAnotherTabAtItsFirstPage() {
    var query = TaskQuery.of("own", "due", "", "", 7);

    assertThat(query.on(TaskQuery.Tab.GROUP).href()).isEqualTo("/tasks?tab=group&sort=due");
    assertThat(query.from()).isEqualTo(120);
  }
}
