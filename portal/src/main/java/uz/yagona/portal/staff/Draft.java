package uz.yagona.portal.staff;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file that waits for a signature, as the process knows it.
 *
 * @param digest SHA-256 of the draft, hexadecimal
 * @param problem why the last attempt to sign failed, or {@code null}
 */
record Draft(String documentId, String number, String digest, @Nullable String problem) {

  /** {@code null} when the process has made no document. */
  static @Nullable Draft of(Map<String, @Nullable Object> variables) {
    return variables.get("documentId") instanceof String id
            && variables.get("documentDigest") instanceof String digest
        ? new Draft(
            id,
            variables.get("documentNumber") instanceof String number ? number : id,
            digest,
            variables.get("signProblem") instanceof String problem ? problem : null)
        : null;
  }
}
