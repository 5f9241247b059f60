package uz.yagona.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JournalTest {
  private static final class Counter extends Row {
    private final Cell<Integer> count = cell(0);
    private final Slot<String> note = slot(null);

    private Counter(long key) {
      super(key);
    }
  }

  private final Journal journal = new Journal();
  private final Changes<Counter> changes = new Changes<>(journal);

  @Test
  void shouldTakeBackEverythingSinceTheMark() {
    var row = new Counter(1);
    changes.adopt(row);
    row.count.set(1);
    var mark = journal.mark();
    row.count.set(2);
    row.note.set("x");
    changes.insert(new Counter(2));

    journal.rollback(mark);

    assertThat(row.count.get()).isEqualTo(1);
    assertThat(row.note.get()).isNull();
    assertThat(changes.updated()).containsExactly(row);
    assertThat(changes.inserted()).isEmpty();
  }

  @Test
  void shouldWriteARowOnceHoweverOftenItChanges() {
    var row = new Counter(1);
    changes.insert(row);
    row.count.set(1);
    row.count.set(2);

    assertThat(changes.inserted()).containsExactly(row);
    assertThat(changes.updated()).isEmpty();
  }

  @Test
  void shouldWriteNothingForARowThatCameAndWent() {
    var row = new Counter(1);
    changes.insert(row);
    changes.delete(row);

    assertThat(changes.inserted()).isEmpty();
    assertThat(changes.deleted()).isEmpty();
  }

  @Test
  void shouldDeleteAgainWhenTheDeletionWasTakenBack() {
    var row = new Counter(1);
    changes.adopt(row);
    var mark = journal.mark();
    changes.delete(row);
    journal.rollback(mark);
    assertThat(changes.deleted()).isEmpty();

    changes.delete(row);

    assertThat(changes.deleted()).containsExactly(row);
  }
}
