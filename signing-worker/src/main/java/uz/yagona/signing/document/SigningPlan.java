package uz.yagona.signing.document;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose signatures a document needs before it is in force; fixed when the document is drawn,
 * because each signature has its field in the file.
 *
 * @param level such as {@code B-T}, for every signature
 * @param ordering whether each signer waits for the one before
 * @param quorum how many persons have to sign; each mandatory one among them
 * @param places in the order of signing, the seal last
 */
public record SigningPlan(String level, Ordering ordering, int quorum, List<Place> places) {
  private static final int MOST_PLACES = 20;
  private static final Set<String> LEVELS = Set.of("B-B", "B-T", "B-LT", "B-LTA");

  /** Whether signers wait for one another. */
  public enum Ordering {
    SEQUENTIAL,
    PARALLEL
  }

  /** Who signs: a person with the own key, or an organisation with its seal. */
  public enum Kind {
    PERSON,
    SEAL
  }

  /**
   * One signature.
   *
   * @param field name of its field in the file
   * @param signer user name, or code of the organisation
   * @param name as printed beside the field
   * @param role code of what the signer is in this matter, such as {@code CHAIR}
   * @param mandatory whether a quorum without this signature is none
   */
  public record Place(
      String field, Kind kind, String signer, String name, String role, boolean mandatory) {}

  /**
   * Checks that the plan can be fulfilled.
   *
   * @throws IllegalArgumentException when it cannot
   */
  public SigningPlan {
    places = List.copyOf(places);
    if (!LEVELS.contains(level)) {
      throw new IllegalArgumentException(
          "Expected level B-B, B-T, B-LT or B-LTA, but it is '%s'".formatted(level));
    }
    var persons = places.stream().filter(place -> place.kind() == Kind.PERSON).toList();
    if (persons.isEmpty() || places.size() > MOST_PLACES) {
      throw new IllegalArgumentException(
          "Expected 1 to %d signers, but there are %d".formatted(MOST_PLACES, places.size()));
    }
    if (quorum < 1 || quorum > persons.size()) {
      throw new IllegalArgumentException(
          "Expected a quorum from 1 to %d, but it is %d".formatted(persons.size(), quorum));
    }
    var seen = new HashSet<String>();
    persons.forEach(
        place -> {
          if (!seen.add(place.signer())) {
            throw new IllegalArgumentException(
                "Expected each signer once, but %s stands twice".formatted(place.signer()));
          }
        });
  }

  /** The persons who have not signed yet, in their order. */
  public List<Place> open(Set<String> signedFields) {
    return persons().filter(place -> !signedFields.contains(place.field())).toList();
  }

  /** The place of the organisation's seal. */
  public Optional<Place> seal() {
    return places.stream().filter(place -> place.kind() == Kind.SEAL).findFirst();
  }

  /** How many persons have still to sign. */
  public int missingPersons(Set<String> signedFields) {
    var signed = persons().filter(place -> signedFields.contains(place.field())).count();
    var mandatory = open(signedFields).stream().filter(Place::mandatory).count();
    return Math.toIntExact(Math.max(Math.max(quorum - signed, mandatory), 0));
  }

  /** How many signatures, the seal included, are missing until the document is in force. */
  public int missing(Set<String> signedFields) {
    var seal = seal().filter(place -> !signedFields.contains(place.field())).isPresent();
    return missingPersons(signedFields) + (seal ? 1 : 0);
  }

  private Stream<Place> persons() {
    return places.stream().filter(place -> place.kind() == Kind.PERSON);
  }
}
