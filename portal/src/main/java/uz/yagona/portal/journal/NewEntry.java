package uz.yagona.portal.journal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uz.yagona.proof.Entry;

/** An entry before it is chained. */
record NewEntry(
    long intakeId,
    Instant at,
    String actor,
    String action,
    String object,
    String detailJson,
    @Nullable UUID subjectId) {

  JournalEntry chained(long seq, byte[] prevHash) {
    var rest = new Entry.Rest(detailJson, Objects.toString(subjectId, null), prevHash);
    var hash = Entry.chained(seq, at, actor, action, object, rest).hash();
    return new JournalEntry(seq, at, actor, action, object, detailJson, subjectId, prevHash, hash);
  }
}
