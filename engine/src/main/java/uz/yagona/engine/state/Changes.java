package uz.yagona.engine.state;

import java.util.ArrayList;
import java.util.List;
import uz.yagona.engine.state.Row.Status;

/** The rows of one table that the batch has to insert, update or delete. */
public final class Changes<R extends Row> {
  private final Journal journal;
  private final ArrayList<R> inserted = new ArrayList<>();
  private final ArrayList<R> updated = new ArrayList<>();
  private final ArrayList<R> deleted = new ArrayList<>();

  Changes(Journal journal) {
    this.journal = journal;
  }

  Journal journal() {
    return journal;
  }

  /** Takes in a row that is in the database already. */
  void adopt(R row) {
    row.attach(this);
    row.status = Status.CLEAN;
  }

  public void insert(R row) {
    row.attach(this);
    row.status = Status.NEW;
    inserted.add(row);
    journal.record(
        () -> {
          inserted.remove(inserted.size() - 1);
          row.status = Status.DETACHED;
        });
  }

  @SuppressWarnings("unchecked")
  void update(Row row) {
    if (row.status == Status.CLEAN) {
      row.status = Status.CHANGED;
      updated.add((R) row);
      journal.record(
          () -> {
            updated.remove(updated.size() - 1);
            row.status = Status.CLEAN;
          });
    }
  }

  public void delete(R row) {
    var before = row.status;
    row.status = before == Status.NEW ? Status.DETACHED : Status.DELETED;
    deleted.add(row);
    journal.record(
        () -> {
          deleted.remove(deleted.size() - 1);
          row.status = before;
        });
  }

  List<R> inserted() {
    return with(inserted, Status.NEW);
  }

  List<R> updated() {
    return with(updated, Status.CHANGED);
  }

  List<R> deleted() {
    return with(deleted, Status.DELETED);
  }

  private static <R extends Row> List<R> with(List<R> rows, Status status) {
    for (var row : rows) {
      if (row.status != status) {
        return rows.stream().filter(candidate -> candidate.status == status).toList();
      }
    }
    return rows;
  }

  int size() {
    return inserted.size() + updated.size() + deleted.size();
  }

  /** Everything is in the database now. */
  void clear() {
    inserted.forEach(row -> row.status = Status.CLEAN);
    updated.forEach(row -> row.status = Status.CLEAN);
    inserted.clear();
    updated.clear();
    deleted.clear();
  }
}
