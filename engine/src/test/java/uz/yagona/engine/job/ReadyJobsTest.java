package uz.yagona.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadyJobsTest {
  private final TreeSet<Long> stored = new TreeSet<>();
  private final ReadyJobs jobs =
      new ReadyJobs((after, limit) -> stored.tailSet(after, false).stream().limit(limit).toList());

  private List<Long> pollAll() {
    var keys = new ArrayList<Long>();
    for (var key = jobs.poll(); key != null; key = jobs.poll()) {
      keys.add(key);
    }
    return keys;
  }

  @Test
  void shouldReadWhatIsStoredPageByPage() {
    LongStream.rangeClosed(1, 2_500).forEach(stored::add);

    assertThat(pollAll()).hasSize(2_500).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void shouldKeepAWindowOnlyWhenMoreIsCreated() {
    assertThat(jobs.poll()).isNull();
    LongStream.rangeClosed(1, 15_000)
        .forEach(
            key -> {
              stored.add(key);
              jobs.created(key);
            });

    assertThat(pollAll()).hasSize(15_000).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void shouldHandOutReturnedJobsFirst() {
    stored.addAll(List.of(1L, 2L, 3L));
    assertThat(jobs.poll()).isEqualTo(1);

    jobs.returned(1);
    jobs.returned(1);

    assertThat(pollAll()).containsExactly(1L, 2L, 3L);
  }
}
