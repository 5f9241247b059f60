package uz.yagona.signing.desk;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.signing.pki.CaOperation;
import uz.yagona.signing.pki.Person;
import uz.yagona.signing.pki.PkiJournal;
import uz.yagona.signing.pki.RegistrationDesk;
import uz.yagona.signing.pki.RevocationReason;
import uz.yagona.signing.pki.SignerCredentials;
import uz.yagona.signing.pki.TrustedTime;

/**
 * The queue of the registration desk. An officer takes an application, sees the holder's document,
 * and checks it; what gives trust then waits for a second officer, a revocation works at once.
 * Methods throw {@link NoSuchElementException} for what there is not, {@link
 * IllegalArgumentException} for what may not be.
 */
@Service
class Applications {
  private final ApplicationRepository applications;
  private final RegistrationDesk desk;
  private final SignerCredentials credentials;
  private final PkiJournal journal;
  private final TrustedTime time;
  private final TransactionTemplate transaction;

  Applications(
      ApplicationRepository applications,
      RegistrationDesk desk,
      SignerCredentials credentials,
      PkiJournal journal,
      TrustedTime time,
      PlatformTransactionManager transactions) {
    this.applications = applications;
    this.desk = desk;
    this.credentials = credentials;
    this.journal = journal;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What is asked for; see {@link Application}. */
  record Wish(
      Application.Kind kind,
      Person holder,
      @Nullable String serial,
      @Nullable Integer months,
      @Nullable RevocationReason reason) {}

  /** Puts a wish into the queue, unless the same one is there already: then gives that one. */
  Application apply(Wish wish) {
    requirePossible(wish);
    return committed(
        () -> {
          var holder = wish.holder();
          applications.lockHolder(holder.userName());
          return applications.of(holder.userName()).stream()
              .filter(one -> one.state().isOpen() && one.isAbout(wish.kind(), wish.serial()))
              .findFirst()
              .orElseGet(() -> added(wish, holder));
        });
  }

  private Application added(Wish wish, Person holder) {
    var reason = wish.reason();
    var application =
        new Application(
            UUID.randomUUID(),
            wish.kind(),
            holder.userName(),
            holder.displayName(),
            holder.position(),
            wish.serial(),
            wish.months(),
            reason == null ? null : reason.name(),
            time.now(),
            null,
            null,
            null,
            Application.State.WAITING,
            null,
            null,
            null,
            null);
    applications.add(application);
    journal.write(
        holder.userName(), "APPLICATION_MADE", id(application), application.kind().name());
    return application;
  }

  private void requirePossible(Wish wish) {
    var serial = wish.serial();
    if (wish.kind() == Application.Kind.ISSUE) {
      desk.requireWithinPolicy(wish.months());
      return;
    }
    if (serial == null) {
      throw new IllegalArgumentException("Expected 'serial' to be given, but it is missing");
    }
    if (!desk.holder(serial).equals(wish.holder().userName())) {
      throw new NoSuchElementException(
          "Expected a certificate %s of %s, but there is none"
              .formatted(serial, wish.holder().userName()));
    }
    switch (wish.kind()) {
      case EXTEND -> desk.requirePossible(CaOperation.Kind.EXTEND, serial);
      case LIFT -> desk.requirePossible(CaOperation.Kind.LIFT, serial);
      default -> desk.requireNotRevoked(serial);
    }
  }

  /** Those that somebody must still act on, the oldest first; at most 500. */
  List<Application> open() {
    return applications.open();
  }

  /** Those that are done or refused, the newest first; at most 100. */
  List<Application> closed() {
    return applications.closed();
  }

  /** Of a holder, the newest first; at most 100. */
  List<Application> of(String userName) {
    return applications.of(userName);
  }

  Application get(UUID applicationId) {
    return applications.find(applicationId).orElseThrow(() -> unknown(applicationId));
  }

  /** Gives it to this officer, also when another one has it: people fall ill. */
  Application take(UUID applicationId, String officer) {
    return committed(
        () -> {
          var application = unchecked(applicationId);
          requireNotHolder(application, officer);
          if (!officer.equals(application.takenBy())) {
            applications.take(applicationId, officer, time.now());
            var before = application.takenBy();
            journal.write(
                officer, "APPLICATION_TAKEN", id(application), before == null ? "" : before);
          }
          return get(applicationId);
        });
  }

  /**
   * Notes that the holder showed this document, and carries on what was asked for.
   *
   * @param months of a new certificate; {@code null} for those asked for
   */
  Application check(
      UUID applicationId, String officer, String identityKind, @Nullable Integer months) {
    return committed(
        () -> {
          var application = takenBy(applicationId, officer);
          journal.write(officer, "APPLICATION_CHECKED", id(application), identityKind);
          if (application.kind() == Application.Kind.REVOKE) {
            revoke(application, officer, identityKind);
          } else {
            var operation = requested(application, officer, identityKind, months);
            applications.checked(applicationId, identityKind, operation.operationId());
          }
          return get(applicationId);
        });
  }

  private CaOperation requested(
      Application application, String officer, String identityKind, @Nullable Integer months) {
    var serial = String.valueOf(application.serial());
    return switch (application.kind()) {
      case EXTEND -> desk.request(CaOperation.Kind.EXTEND, serial, officer);
      case LIFT -> desk.request(CaOperation.Kind.LIFT, serial, officer);
      default ->
          desk.requestIssue(
              new Person(application.userName(), application.displayName(), application.position()),
              identityKind,
              months == null ? application.months() : months,
              officer);
    };
  }

  private void revoke(Application application, String officer, String identityKind) {
    var reason = RevocationReason.valueOf(String.valueOf(application.reason()));
    var unused = credentials.revoke(String.valueOf(application.serial()), reason, officer);
    applications.close(application.applicationId(), officer, time.now(), null, identityKind);
  }

  /** Refuses it; one officer is enough, for no trust is given by it. */
  Application refuse(UUID applicationId, String officer, String reason) {
    return committed(
        () -> {
          var application = takenBy(applicationId, officer);
          applications.close(applicationId, officer, time.now(), reason, null);
          journal.write(officer, "APPLICATION_REFUSED", id(application), reason);
          return get(applicationId);
        });
  }

  private Application takenBy(UUID applicationId, String officer) {
    var application = unchecked(applicationId);
    requireNotHolder(application, officer);
    if (!officer.equals(application.takenBy())) {
      throw new IllegalArgumentException(
          "Expected application %s to be taken by %s, but it is %s"
              .formatted(
                  applicationId,
                  officer,
                  application.takenBy() == null ? "free" : "taken by " + application.takenBy()));
    }
    return application;
  }

  private Application unchecked(UUID applicationId) {
    var application = applications.lock(applicationId).orElseThrow(() -> unknown(applicationId));
    var state = application.state();
    if (state != Application.State.WAITING && state != Application.State.TAKEN) {
      throw new IllegalArgumentException(
          "Expected application %s to be unchecked, but it is %s".formatted(applicationId, state));
    }
    return application;
  }

  private static void requireNotHolder(Application application, String officer) {
    if (application.userName().equals(officer)) {
      throw new IllegalArgumentException(
          "Expected another person than the holder, but both are " + officer);
    }
  }

  private static NoSuchElementException unknown(UUID applicationId) {
    return new NoSuchElementException(
        "Expected application %s, but there is none".formatted(applicationId));
  }

  private static String id(Application application) {
    return application.applicationId().toString();
  }

  private <T> T committed(Supplier<T> work) {
    var result = transaction.execute(status -> work.get());
    if (result == null) {
      throw new IllegalStateException("Expected a result of the transaction, but there is none");
    }
    return result;
  }
}
