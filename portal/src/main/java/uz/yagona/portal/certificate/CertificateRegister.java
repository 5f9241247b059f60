package uz.yagona.portal.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import uz.yagona.portal.certificate.DeskException.Code;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.signing.CertificateOperation;
import uz.yagona.portal.signing.DeskClient;
import uz.yagona.portal.signing.SignerCertificate;
import uz.yagona.portal.user.PortalUser;
import uz.yagona.portal.user.Users;
import uz.yagona.portal.vault.Purpose;

/**
 * Certificates as officers of the registration desk find and handle them. What takes trust away
 * works at once; what gives it waits for a second officer. Throws as {@link CertificateDesk} does.
 */
@Service
class CertificateRegister {
  private final DeskClient client;
  private final Users users;
  private final Journal journal;

  CertificateRegister(DeskClient client, Users users, Journal journal) {
    this.client = client;
    this.users = users;
    this.journal = journal;
  }

  /** By serial number, holder or name, at most 100; the search is journaled without the text. */
  List<SignerCertificate> search(String text, PortalUser officer) {
    CertificateDesk.requireOfficer(officer);
    var found = client.search(text);
    if (!text.isEmpty()) {
      journal.write(
          officer.userName(),
          Action.SEARCH_PERSONAL,
          "certificates",
          Map.of("purpose", Purpose.SEARCH.name(), "found", String.valueOf(found.size())));
    }
    return found;
  }

  /** One certificate; the look at it is journaled. */
  SignerCertificate open(String serial, PortalUser officer) {
    CertificateDesk.requireOfficer(officer);
    var certificate = find(serial);
    journal.write(
        officer.userName(),
        Action.READ_PERSONAL,
        object(serial),
        Map.of("purpose", Purpose.IDENTITY.name()),
        subject(certificate));
    return certificate;
  }

  private SignerCertificate find(String serial) {
    return client
        .certificate(serial)
        .orElseThrow(
            () -> new NotFoundException("Expected certificate " + serial + ", but found none"));
  }

  void suspend(String serial, PortalUser officer) {
    CertificateDesk.requireOfficer(officer);
    var before = inState(serial, "VALID");
    CertificateDesk.ask(
        () -> {
          client.suspend(serial, officer.userName());
          return serial;
        });
    note(officer, Action.CERTIFICATE, before, "SUSPENDED", Map.of());
  }

  void revoke(String serial, EndReason reason, PortalUser officer) {
    CertificateDesk.requireOfficer(officer);
    var before = find(serial);
    if (before.state().equals("REVOKED")) {
      throw new DeskException(
          Code.STATE, "Expected certificate %s not to be revoked, but it is".formatted(serial));
    }
    CertificateDesk.ask(
        () -> {
          client.revoke(serial, reason.name(), officer.userName());
          return serial;
        });
    note(officer, Action.REVOKE, before, "REVOKED", Map.of("reason", reason.name()));
  }

  /** Asks for the extension; a second officer must approve it. */
  CertificateOperation extend(String serial, PortalUser officer) {
    CertificateDesk.requireOfficer(officer);
    var before = inState(serial, "VALID");
    if (!before.isExtendable()) {
      throw new DeskException(
          Code.EXTENDED_TWICE,
          "Expected at most 2 extensions of one key, but %s has them".formatted(serial));
    }
    return request("EXTEND", before, officer);
  }

  /** Asks for the end of the suspension; a second officer must approve it. */
  CertificateOperation lift(String serial, PortalUser officer) {
    CertificateDesk.requireOfficer(officer);
    return request("LIFT", inState(serial, "SUSPENDED"), officer);
  }

  private CertificateOperation request(
      String kind, SignerCertificate certificate, PortalUser officer) {
    if (officer.userName().equals(certificate.userName())) {
      throw new DeskException(
          Code.HOLDER,
          "Expected another person than the holder, but both are " + officer.userName());
    }
    var operation =
        CertificateDesk.ask(() -> client.request(kind, certificate.serial(), officer.userName()));
    note(
        officer,
        Action.CERTIFICATE,
        certificate,
        certificate.state(),
        Map.of("kind", kind, "operation", operation.operationId().toString()));
    return operation;
  }

  private SignerCertificate inState(String serial, String state) {
    var certificate = find(serial);
    if (!certificate.state().equals(state)) {
      throw new DeskException(
          Code.STATE,
          "Expected certificate %s to be %s, but it is %s"
              .formatted(serial, state, certificate.state()));
    }
    return certificate;
  }

  private void note(
      PortalUser officer,
      Action action,
      SignerCertificate before,
      String after,
      Map<String, String> more) {
    var detail = new HashMap<>(more);
    detail.put("before.state", before.state());
    detail.put("after.state", after);
    journal.write(officer.userName(), action, object(before.serial()), detail, subject(before));
  }

  private static String object(String serial) {
    return "certificate:" + serial;
  }

  private @Nullable UUID subject(SignerCertificate certificate) {
    var holder = certificate.userName();
    return holder == null ? null : users.find(holder).map(PortalUser::subjectId).orElse(null);
  }
}
