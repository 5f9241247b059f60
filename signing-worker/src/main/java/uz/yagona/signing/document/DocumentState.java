package uz.yagona.signing.document;

/** Where a document stands; {@code SUPERSEDED} once a later one took its place. */
public enum DocumentState {
  DRAFT,
  SIGNED,
  SUPERSEDED
}
