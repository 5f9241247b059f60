package uz.yagona.proof;

/**
 * Something that does not fit.
 *
 * @param fromSeq first entry concerned
 * @param toSeq last entry concerned
 * @param what in English
 */
public record Finding(Kind kind, long fromSeq, long toSeq, String what) {

  /** What was done to the entries. */
  public enum Kind {
    CHANGED,
    REMOVED,
    INSERTED,
    REORDERED,
    CHECKPOINT,
    TIMESTAMP,
    UNREADABLE
  }

  static Finding at(Kind kind, long seq, String what) {
    return new Finding(kind, seq, seq, what);
  }
}
