package uz.yagona.portal.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import uz.yagona.forms.Language;
import uz.yagona.portal.certificate.DeskException.Code;
import uz.yagona.portal.journal.Action;
import uz.yagona.portal.journal.Journal;
import uz.yagona.portal.page.NotFoundException;
import uz.yagona.portal.signing.CertificateApplication;
import uz.yagona.portal.signing.DeskClient;
import uz.yagona.portal.signing.SignerCertificate;
import uz.yagona.portal.signing.SigningClient;
import uz.yagona.portal.user.PortalUser;

/**
 * A person's own certificates. Officials alone have some: the name in a certificate is public, that
 * of an applicant is not. The own suspension works at once, everything else is asked of the desk.
 */
@Service
class OwnCertificates {
  static final int MOST_MONTHS = 24;

  private final DeskClient client;
  private final SigningClient signing;
  private final Journal journal;

  OwnCertificates(DeskClient client, SigningClient signing, Journal journal) {
    this.client = client;
    this.signing = signing;
    this.journal = journal;
  }

  /** All of the person, the latest first. */
  List<SignerCertificate> certificates(PortalUser holder) {
    return signing.certificates(holder.userName());
  }

  /** What the person asked for, the newest first. */
  List<CertificateApplication> applications(PortalUser holder) {
    return client.applicationsOf(holder.userName());
  }

  /** Asks for a further certificate. */
  CertificateApplication ask(int months, PortalUser holder) {
    return apply("ISSUE", null, Map.of("months", months), holder);
  }

  /**
   * Asks for something about an own certificate.
   *
   * @param kind {@code EXTEND}, {@code LIFT} or {@code REVOKE}
   * @param reason why to revoke; {@code null} for other kinds
   */
  CertificateApplication ask(
      String kind, String serial, @Nullable EndReason reason, PortalUser holder) {
    var certificate = own(serial, holder);
    if (kind.equals("EXTEND") && !certificate.isExtendable()) {
      throw new DeskException(
          certificate.state().equals("VALID") ? Code.EXTENDED_TWICE : Code.STATE,
          "Expected a certificate that can be extended, but %s cannot".formatted(serial));
    }
    var more = new HashMap<String, Object>();
    more.put("serial", serial);
    if (reason != null) {
      more.put("reason", reason.name());
    }
    return apply(kind, serial, more, holder);
  }

  /** Puts an own certificate on hold at once. */
  void suspend(String serial, PortalUser holder) {
    var before = own(serial, holder);
    if (!before.state().equals("VALID")) {
      throw new DeskException(
          Code.STATE,
          "Expected certificate %s to be VALID, but it is %s".formatted(serial, before.state()));
    }
    CertificateDesk.ask(
        () -> {
          client.suspend(serial, holder.userName());
          return serial;
        });
    journal.write(
        holder.userName(),
        Action.CERTIFICATE,
        "certificate:" + serial,
        Map.of("before.state", before.state(), "after.state", "SUSPENDED"),
        holder.subjectId());
  }

  private CertificateApplication apply(
      String kind, @Nullable String serial, Map<String, Object> more, PortalUser holder) {
    var post = holder.post();
    if (post == null) {
      throw new AccessDeniedException(
          "Expected an official with a post, but %s has none".formatted(holder.userName()));
    }
    var wish = new HashMap<>(more);
    wish.put("kind", kind);
    wish.put("userName", holder.userName());
    wish.put("displayName", holder.displayName().in(Language.UZ_LATN));
    wish.put("position", post.position().in(Language.UZ_LATN));
    var application = CertificateDesk.ask(() -> client.apply(wish));
    journal.write(
        holder.userName(),
        Action.CERTIFICATE,
        "ca-application:" + application.applicationId(),
        Map.of(
            "kind",
            kind,
            "certificate",
            serial == null ? "" : serial,
            "before.state",
            "",
            "after.state",
            application.state()),
        holder.subjectId());
    return application;
  }

  private SignerCertificate own(String serial, PortalUser holder) {
    return certificates(holder).stream()
        .filter(certificate -> certificate.serial().equals(serial))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    "Expected a certificate %s of %s, but found none"
                        .formatted(serial, holder.userName())));
  }
}
