package uz.yagona.portal.vault;

import org.springframework.stereotype.Component;

/**
 * Wraps the keys of some persons by another master key and renews the blind index of their values.
 */
@Component
class Rewrapping {
  private final Keyring ring;
  private final SubjectRepository subjects;
  private final ValueRepository values;
  private final BlindIndex index;

  Rewrapping(Keyring ring, SubjectRepository subjects, ValueRepository values, BlindIndex index) {
    this.ring = ring;
    this.subjects = subjects;
    this.values = values;
    this.index = index;
  }

  /** Part of the caller's transaction; gives how many keys it wrapped, passing locked rows by. */
  int batch(MasterKey active, int limit) {
    var rows = subjects.lockOthers(active.fingerprint(), limit);
    for (var row : rows) {
      var context = SubjectKeys.context(row.subjectId());
      var old = ring.get(row.masterFingerprint());
      var key = SealedBox.open(old.wrapping(), context, row.wrappedKey());
      var wrapped = SealedBox.seal(active.wrapping(), context, key);
      subjects.rewrap(row.subjectId(), wrapped, active.fingerprint());
      for (var value : values.indexed(row.subjectId())) {
        var plain = Vault.open(SubjectKeys.key(key), value);
        values.reindex(value.valueId(), index.of(active, value.kind(), plain));
      }
    }
    return rows.size();
  }
}
