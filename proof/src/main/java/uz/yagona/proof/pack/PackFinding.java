package uz.yagona.proof.pack;

/**
 * Something about a pack that does not fit.
 *
 * @param name of the file concerned, or of the place in the ZIP
 * @param what in English
 */
public record PackFinding(Kind kind, String name, String what) {

  /** What was done to the file. */
  public enum Kind {
    CHANGED,
    REMOVED,
    ADDED,
    RENAMED,
    /** The ZIP around the files is not as it was written. */
    CONTAINER,
    /** The timestamp over the manifest is missing or wrong. */
    TIMESTAMP,
    /** The organisation's seal over the manifest is wrong. */
    SEAL,
    /** A document's signature does not fit its bytes. */
    SIGNATURE,
    /** An entry of the journal is not proven. */
    JOURNAL,
    UNREADABLE
  }
}
