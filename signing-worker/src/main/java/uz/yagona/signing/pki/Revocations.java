package uz.yagona.signing.pki;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which certificates are not to be relied on now: revoked for good, or on hold. */
final class Revocations {
  private final RevocationRepository revoked;
  private final SuspensionRepository suspended;

  Revocations(RevocationRepository revoked, SuspensionRepository suspended) {
    this.revoked = revoked;
    this.suspended = suspended;
  }

  /** Revocation goes before suspension. */
  Optional<Revocation> find(String serial) {
    return revoked.find(serial).or(() -> suspended.find(serial));
  }

  List<Revocation> of(Authority authority) {
    var ended = revoked.of(authority);
    var serials = ended.stream().map(Revocation::serial).toList();
    return Stream.concat(
            ended.stream(),
            suspended.of(authority).stream().filter(hold -> !serials.contains(hold.serial())))
        .toList();
  }

  void revoke(Revocation revocation, String revokedBy) {
    revoked.add(revocation, revokedBy);
  }

  long nextListNumber() {
    return revoked.nextListNumber();
  }
}
