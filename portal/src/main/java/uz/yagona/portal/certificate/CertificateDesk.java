package uz.yagona.portal.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import uz.yagona.portal.certificate.DeskException.Code;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.signing.CertificateApplication;
import uz.yagona.portal.signing.CertificateOperation;
import uz.yagona.portal.signing.DeskClient;
import uz.yagona.portal.signing.SigningRefusedException;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Role;
import uz.yagona.portal.user.Users;
import uz.yagona.portal.vault.Purpose;

/**
 * What officers of the registration desk do with applications. Methods throw {@link
 * AccessDeniedException} for others than officers, {@link NotFoundException} for what there is not,
 * and {@link DeskException} for what may not be.
 */
@Service
class CertificateDesk {
  private static final String STATE = ".state";

  private final DeskClient client;
  private final Users users;
  private final Journal journal;

  CertificateDesk(DeskClient client, Users users, Journal journal) {
    this.client = client;
    this.users = users;
    this.journal = journal;
  }

  /** What waits for the first officer, what waits for the second, and what was decided lately. */
  record Queue(
      List<CertificateApplication> applications,
      List<CertificateOperation> operations,
      List<CertificateApplication> decided) {}

  Queue queue(PortalUser officer) {
    requireOfficer(officer);
    var unchecked =
        client.openApplications().stream().filter(CertificateApplication::isUnchecked).toList();
    return new Queue(unchecked, client.operations(), client.closedApplications());
  }

  /** An application with whom it is about; the look at that person is journaled. */
  CertificateApplication open(UUID applicationId, PortalUser officer) {
    requireOfficer(officer);
    var application = find(applicationId);
    noteRead(officer, "ca-application:" + applicationId, application.userName());
    return application;
  }

  CertificateApplication take(UUID applicationId, PortalUser officer) {
    requireOfficer(officer);
    var before = unchecked(applicationId, officer);
    var after = ask(() -> client.take(applicationId, officer.userName()));
    note(officer, before, after, Map.of());
    return after;
  }

  /**
   * Notes that the holder showed a document. What gives trust then waits for a second officer; a
   * revocation works at once.
   *
   * @param months of a new certificate; {@code null} for those asked for
   */
  CertificateApplication check(
      UUID applicationId, IdentityKind identity, @Nullable Integer months, PortalUser officer) {
    requireOfficer(officer);
    var before = taken(applicationId, officer);
    var after = ask(() -> client.check(applicationId, officer.userName(), identity.name(), months));
    note(officer, before, after, Map.of("identity", identity.name()));
    return after;
  }

  CertificateApplication refuse(UUID applicationId, RefusalReason reason, PortalUser officer) {
    requireOfficer(officer);
    var before = taken(applicationId, officer);
    var after = ask(() -> client.refuse(applicationId, officer.userName(), reason.name()));
    note(officer, before, after, Map.of("reason", reason.name()));
    return after;
  }

  /** What waits for a second officer; empty when it is decided. */
  Optional<CertificateOperation> operation(UUID operationId, PortalUser officer) {
    requireOfficer(officer);
    var found = find(client.operations(), operationId);
    found.ifPresent(one -> noteRead(officer, "ca-operation:" + operationId, one.userName()));
    return found;
  }

  /** Approves as the second officer; gives the serial number of the certificate. */
  String approve(UUID operationId, PortalUser officer) {
    requireOfficer(officer);
    var operation = undecided(operationId, officer);
    var serial = ask(() -> client.approve(operationId, officer.userName()));
    noteDecision(operation, officer, "DONE", Map.of("certificate", serial));
    return serial;
  }

  /** Refuses as the second officer. */
  void refuseOperation(UUID operationId, RefusalReason reason, PortalUser officer) {
    requireOfficer(officer);
    var operation = undecided(operationId, officer);
    ask(
        () -> {
          client.refuseOperation(operationId, officer.userName(), reason.name());
          return operationId;
        });
    noteDecision(operation, officer, "REFUSED", Map.of("reason", reason.name()));
  }

  private CertificateApplication find(UUID applicationId) {
    return client
        .application(applicationId)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "Expected application " + applicationId + ", but found none"));
  }

  private static Optional<CertificateOperation> find(
      List<CertificateOperation> operations, UUID operationId) {
    return operations.stream().filter(one -> one.operationId().equals(operationId)).findFirst();
  }

  private CertificateApplication unchecked(UUID applicationId, PortalUser officer) {
    var application = find(applicationId);
    if (!application.isUnchecked()) {
      throw new DeskException(
          Code.CLOSED,
          "Expected application %s to be unchecked, but it is %s"
              .formatted(applicationId, application.state()));
    }
    requireNotHolder(application.userName(), officer);
    return application;
  }

  private CertificateApplication taken(UUID applicationId, PortalUser officer) {
    var application = unchecked(applicationId, officer);
    if (!officer.userName().equals(application.takenBy())) {
      throw new DeskException(
          Code.NOT_TAKEN,
          "Expected application %s to be taken by %s, but it is not"
              .formatted(applicationId, officer.userName()));
    }
    return application;
  }

  private CertificateOperation undecided(UUID operationId, PortalUser officer) {
    var operation =
        find(client.operations(), operationId)
            .orElseThrow(
                () ->
                    new DeskException(
                        Code.CLOSED,
                        "Expected operation %s to be open, but it is not".formatted(operationId)));
    requireNotHolder(operation.userName(), officer);
    if (operation.requestedBy().equals(officer.userName())) {
      throw new DeskException(
          Code.SAME_OFFICER,
          "Expected a second officer, but %s checked it".formatted(officer.userName()));
    }
    return operation;
  }

  private static void requireNotHolder(String holder, PortalUser officer) {
    if (holder.equals(officer.userName())) {
      throw new DeskException(
          Code.HOLDER, "Expected another person than the holder, but both are " + holder);
    }
  }

  static void requireOfficer(PortalUser user) {
    if (!user.has(Role.REGISTRAR)) {
      throw new AccessDeniedException(
          "Expected an officer of the registration desk, but %s is none"
              .formatted(user.userName()));
    }
  }

  static <T> T ask(Supplier<T> call) {
    try {
      return call.get();
    } catch (SigningRefusedException e) {
      throw new DeskException(Code.REFUSED, String.valueOf(e.getMessage()));
    }
  }

  private void noteRead(PortalUser officer, String object, String holder) {
    journal.write(
        officer.userName(),
        Action.READ_PERSONAL,
        object,
        Map.of("purpose", Purpose.IDENTITY.name()),
        subject(holder));
  }

  private void note(
      PortalUser officer,
      CertificateApplication before,
      CertificateApplication after,
      Map<String, String> more) {
    var detail = new HashMap<>(more);
    detail.put("kind", before.kind());
    detail.put("before" + STATE, before.state());
    detail.put("after" + STATE, after.state());
    var operation = after.operationId();
    if (operation != null) {
      detail.put("operation", operation.toString());
    }
    journal.write(
        officer.userName(),
        before.kind().equals("REVOKE") && after.state().equals("DONE")
            ? Action.REVOKE
            : Action.CERTIFICATE,
        "ca-application:" + before.applicationId(),
        detail,
        subject(before.userName()));
  }

  private void noteDecision(
      CertificateOperation operation, PortalUser officer, String state, Map<String, String> more) {
    var detail = new HashMap<>(more);
    detail.put("kind", operation.kind());
    detail.put("checkedBy", operation.requestedBy());
    detail.put("before" + STATE, "CHECKED");
    detail.put("after" + STATE, state);
    journal.write(
        officer.userName(),
        Action.CERTIFICATE,
        "ca-operation:" + operation.operationId(),
        detail,
        subject(operation.userName()));
  }

  private @Nullable UUID subject(String userName) {
    return users.find(userName).map(PortalUser::subjectId).orElse(null);
  }
}
