package uz.yagona.portal.journal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.yagona.portal.json.Json;
import uz.yagona.proof.Entry;

/**
 * One link of the chain.
 *
 * @param object what it happened to, as {@code request:<id>}
 * @param detailJson exactly as it was hashed
 * @param subjectId person whose data were touched
 */
public record JournalEntry(
    long seq,
    Instant at,
    String actor,
    String action,
    String object,
    String detailJson,
    @Nullable UUID subjectId,
    byte[] prevHash,
    byte[] hash) {

  public Map<String, String> detail() {
    return Json.readTexts(detailJson);
  }

  /** The entry in the form that is hashed and exported. */
  public Entry proof() {
    return new Entry(
        seq,
        at,
        actor,
        action,
        object,
        detailJson,
        Objects.toString(subjectId, null),
        prevHash,
        hash);
  }

  /** Hash of this link in hexadecimal. */
  public String hashText() {
    return HexFormat.of().formatHex(hash);
  }
}
