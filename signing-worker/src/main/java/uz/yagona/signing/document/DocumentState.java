package uz.yagona.signing.document;

/**
 * Where a document stands; {@code PARTLY_SIGNED} while signatures of its plan are missing, {@code
 * SUPERSEDED} once a later one took its place.
 */
public enum DocumentState {
  DRAFT,
  PARTLY_SIGNED,
  SIGNED,
  SUPERSEDED
}
