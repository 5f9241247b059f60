package uz.yagona.signing.pki;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where certificates are asked for and given. What gives trust needs two persons, neither of whom
 * is the holder; what takes trust away needs one and works at once. Every step is journaled.
 */
public final class RegistrationDesk {
  private static final int MOST_MONTHS = 24;
  private static final int MOST_EXTENSIONS = 2;

  private final CaOperationRepository operations;
  private final CertificateRepository certificates;
  private final SuspensionRepository suspensions;
  private final SignerCredentials credentials;
  private final PkiJournal journal;
  private final TrustedTime time;
  private final TransactionOperations transaction;

  RegistrationDesk(
      CaOperationRepository operations,
      CertificateRepository certificates,
      SuspensionRepository suspensions,
      SignerCredentials credentials,
      PkiJournal journal,
      TrustedTime time,
      TransactionOperations transaction) {
    this.operations = operations;
    this.certificates = certificates;
    this.suspensions = suspensions;
    this.credentials = credentials;
    this.journal = journal;
    this.time = time;
    this.transaction = transaction;
  }

  /**
   * Asks for a certificate; a person may have several.
   *
   * @param identityKind document that the person showed to {@code requestedBy}
   * @param months {@code null} for as long as policy allows
   * @throws IllegalArgumentException when it is beyond policy
   */
  public CaOperation requestIssue(
      Person person, String identityKind, @Nullable Integer months, String requestedBy) {
    return requestIssue(person, identityKind, months, requestedBy, null);
  }

  /**
   * As the other one, for a key that the person keeps.
   *
   * @param key of the person; {@code null} for a key to be made here
   */
  public CaOperation requestIssue(
      Person person,
      String identityKind,
      @Nullable Integer months,
      String requestedBy,
      @Nullable OwnKey key) {
    requireWithinPolicy(months);
    requireNotHolder(person.userName(), requestedBy);
    var encoded = key == null ? null : key.encoded();
    return requested(
        CaOperation.issue(person, identityKind, months, requestedBy, time.now(), encoded));
  }

  /**
   * Asks for the extension of a certificate, or for the end of its suspension.
   *
   * @throws NoSuchElementException when nobody holds a certificate with this serial number
   * @throws IllegalArgumentException when it is beyond policy, or the certificate is not on hold
   */
  public CaOperation request(CaOperation.Kind kind, String serial, String requestedBy) {
    var certificate = credentials.held(serial);
    var holder = String.valueOf(certificate.userName());
    requireNotHolder(holder, requestedBy);
    requirePossible(kind, serial);
    return requested(CaOperation.on(kind, serial, holder, requestedBy, time.now()));
  }

  /**
   * Refuses a lifetime beyond policy.
   *
   * @param months {@code null} for as long as policy allows
   */
  public void requireWithinPolicy(@Nullable Integer months) {
    if (months != null && (months < 1 || months > MOST_MONTHS)) {
      throw new IllegalArgumentException(
          "Expected 1 to %d months, but got %d".formatted(MOST_MONTHS, months));
    }
  }

  /**
   * Who holds a certificate.
   *
   * @throws NoSuchElementException when nobody does
   */
  public String holder(String serial) {
    return String.valueOf(credentials.held(serial).userName());
  }

  /** Refuses a certificate that is revoked for good. */
  public void requireNotRevoked(String serial) {
    credentials.requireNotEnded(serial);
  }

  /** Refuses a third extension, the extension of what is revoked, and the lifting of no hold. */
  public void requirePossible(CaOperation.Kind kind, String serial) {
    if (kind == CaOperation.Kind.LIFT && suspensions.find(serial).isEmpty()) {
      throw new IllegalArgumentException(
          "Expected certificate %s to be on hold, but it is not".formatted(serial));
    }
    if (kind == CaOperation.Kind.EXTEND) {
      if (certificates.extensions(serial) >= MOST_EXTENSIONS) {
        throw new IllegalArgumentException(
            "Expected at most %d extensions of one key, but %s has them"
                .formatted(MOST_EXTENSIONS, serial));
      }
      credentials.requireNotRevoked(serial);
    }
  }

  private CaOperation requested(CaOperation operation) {
    return committed(
        () -> {
          operations.add(operation);
          write(operation, "REQUESTED", operation.requestedBy());
          return operation;
        });
  }

  /** Operations in a state, the oldest first; at most 500. */
  public List<CaOperation> in(CaOperation.State state) {
    return operations.in(state);
  }

  /**
   * Does what was asked for.
   *
   * @return the certificate it is about
   * @throws NoSuchElementException when there is no such operation
   * @throws IllegalArgumentException when the same person asked, or it is decided already
   */
  public String approve(UUID operationId, String decidedBy) {
    return committed(
        () -> {
          var operation = open(operationId, decidedBy);
          var serial = carryOut(operation, decidedBy);
          operations.done(operationId, decidedBy, time.now(), serial);
          write(operation, "APPROVED", decidedBy);
          return serial;
        });
  }

  private String carryOut(CaOperation operation, String decidedBy) {
    var serial = String.valueOf(operation.serial());
    return switch (operation.kind()) {
      case ISSUE -> issue(operation);
      case EXTEND -> {
        requirePossible(CaOperation.Kind.EXTEND, serial);
        yield credentials.extend(serial).serial();
      }
      case LIFT -> {
        suspensions.lift(serial, time.now(), decidedBy);
        yield serial;
      }
    };
  }

  private String issue(CaOperation operation) {
    var organisation =
        Organisation.of(operation.userName(), String.valueOf(operation.displayName()));
    if (organisation.isPresent()) {
      return credentials.issue(organisation.get(), operation.months()).serial();
    }
    var key = operation.publicKey();
    return key == null
        ? credentials.issue(person(operation), operation.months()).serial()
        : credentials.certify(
            person(operation), OwnKey.decoded(key).publicKey(), operation.months());
  }

  private static Person person(CaOperation operation) {
    return new Person(
        operation.userName(),
        String.valueOf(operation.displayName()),
        operation.position() == null ? "" : operation.position());
  }

  /** Refuses what was asked for; throws as {@link #approve} does. */
  public void refuse(UUID operationId, String decidedBy, String reason) {
    committed(
        () -> {
          var operation = open(operationId, decidedBy);
          operations.refuse(operationId, decidedBy, time.now(), reason);
          write(operation, "REFUSED", decidedBy);
          return operation;
        });
  }

  private CaOperation open(UUID operationId, String decidedBy) {
    var operation =
        operations
            .lock(operationId)
            .orElseThrow(
                () ->
                    new NoSuchElementException(
                        "Expected operation %s, but there is none".formatted(operationId)));
    if (operation.state() != CaOperation.State.REQUESTED) {
      throw new IllegalArgumentException(
          "Expected operation %s to be open, but it is %s"
              .formatted(operationId, operation.state()));
    }
    if (decidedBy.equals(operation.requestedBy())) {
      throw new IllegalArgumentException(
          "Expected a second person to decide, but %s asked for it".formatted(decidedBy));
    }
    requireNotHolder(operation.userName(), decidedBy);
    return operation;
  }

  /** Puts a certificate on hold at once; throws when nobody holds it. */
  public void suspend(String serial, String suspendedBy) {
    committed(
        () -> {
          credentials.held(serial);
          if (suspensions.add(serial, time.now(), suspendedBy)) {
            journal.write(suspendedBy, "CERTIFICATE_SUSPENDED", serial, "");
          }
          return serial;
        });
  }

  private static void requireNotHolder(String holder, String actor) {
    if (holder.equals(actor)) {
      throw new IllegalArgumentException(
          "Expected another person than the holder, but both are " + actor);
    }
  }

  private void write(CaOperation operation, String step, String actor) {
    var serial = operation.serial();
    journal.write(
        actor,
        operation.kind() + "_" + step,
        operation.operationId().toString(),
        serial == null ? "" : serial);
  }

  private <T> T committed(Supplier<T> work) {
    var result = transaction.execute(status -> work.get());
    if (result == null) {
      throw new IllegalStateException("Expected a result of the transaction, but there is none");
    }
    return result;
  }
}
