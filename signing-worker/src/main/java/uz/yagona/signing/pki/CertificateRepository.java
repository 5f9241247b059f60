package uz.yagona.signing.pki;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uz.yagona.signing.SigningSchema;
import uz.yagona.signing.Times;

/** Table {@code signing.certificate}: every certificate that the pilot authorities issued. */
@Repository
class CertificateRepository {
  private static final String COLUMNS =
      "serial, profile, subject, user_name, not_before, not_after, content, extensions, extension_of";
  private static final String INSERT =
      """
      insert into signing.certificate
        (serial, authority, profile, subject, user_name, not_before, not_after, content, issued_at)
      values
        (:serial, :authority, :profile, :subject, :userName, :notBefore, :notAfter, :content, :issuedAt)
      on conflict (serial) do nothing
      """;
  private static final String BY_SERIAL =
      "select " + COLUMNS + " from signing.certificate where serial = :serial";
  private static final String BY_PROFILE =
      "select " + COLUMNS + " from signing.certificate where profile = :profile order by issued_at";
  private static final String USABLE_OF_USER =
      """
      select %s from signing.certificate c
      where user_name = :userName and not_before <= :at and not_after > :at
        and not exists (select 1 from signing.revocation r where r.serial = c.serial)
        and not exists (
          select 1 from signing.suspension s where s.serial = c.serial and s.lifted_at is null)
      order by not_after desc, issued_at desc
      """
          .formatted(COLUMNS);
  private static final String OF_USER =
      "select "
          + COLUMNS
          + " from signing.certificate where user_name = :userName order by not_after desc";
  private static final String SEARCH =
      """
      select %s from signing.certificate
      where user_name is not null
        and (position(lower(:text) in lower(subject)) > 0 or position(lower(:text) in lower(user_name)) > 0
          or serial = lower(:text))
      order by issued_at desc limit :limit
      """
          .formatted(COLUMNS);
  private static final String EXTENSIONS =
      "select extensions from signing.certificate where serial = :serial";
  private static final String EXTEND =
      """
      update signing.certificate
      set extension_of = :former,
          extensions = 1 + (select extensions from signing.certificate where serial = :former)
      where serial = :serial
      """;
  private static final String LOCK_USER = "select pg_advisory_xact_lock(hashtextextended(:key, 0))";

  private final JdbcClient jdbc;

  CertificateRepository(SigningSchema schema) {
    this.jdbc = schema.jdbc();
  }

  void add(
      CertificateProfile profile,
      X509Certificate certificate,
      @Nullable String userName,
      Instant issuedAt) {
    jdbc.sql(INSERT)
        .param("serial", Credential.serialOf(certificate))
        .param("authority", profile.issuer().id())
        .param("profile", profile.name())
        .param("subject", certificate.getSubjectX500Principal().getName())
        .param("userName", userName)
        .param("notBefore", Times.utc(certificate.getNotBefore().toInstant()))
        .param("notAfter", Times.utc(certificate.getNotAfter().toInstant()))
        .param("content", encoded(certificate))
        .param("issuedAt", Times.utc(issuedAt))
        .update();
  }

  Optional<IssuedCertificate> find(String serial) {
    return jdbc.sql(BY_SERIAL).param("serial", serial).query(CertificateRepository::map).optional();
  }

  List<IssuedCertificate> withProfile(CertificateProfile profile) {
    return jdbc.sql(BY_PROFILE)
        .param("profile", profile.name())
        .query(CertificateRepository::map)
        .list();
  }

  /** Certificates of the user that are valid at {@code at} and not revoked; the longest first. */
  List<IssuedCertificate> usable(String userName, Instant at) {
    return jdbc.sql(USABLE_OF_USER)
        .param("userName", userName)
        .param("at", Times.utc(at))
        .query(CertificateRepository::map)
        .list();
  }

  List<IssuedCertificate> ofUser(String userName) {
    return jdbc.sql(OF_USER).param("userName", userName).query(CertificateRepository::map).list();
  }

  /** Whose serial number is this, or whose holder or subject holds this text; the latest first. */
  List<IssuedCertificate> search(String text, int limit) {
    return jdbc.sql(SEARCH)
        .param("text", text)
        .param("limit", limit)
        .query(CertificateRepository::map)
        .list();
  }

  /** How often the key of this certificate was certified anew. */
  int extensions(String serial) {
    return jdbc.sql(EXTENSIONS).param("serial", serial).query(Integer.class).single();
  }

  /** Notes that a certificate extends a former one of the same key. */
  void extend(String serial, String former) {
    jdbc.sql(EXTEND).param("serial", serial).param("former", former).update();
  }

  /** Makes other nodes wait until the end of the transaction, so that one certificate is issued. */
  void lock(String userName) {
    jdbc.sql(LOCK_USER).param("key", "signing.certificate:" + userName).query().listOfRows();
  }

  private static IssuedCertificate map(ResultSet row, int number) throws SQLException {
    return new IssuedCertificate(
        row.getString("serial"),
        CertificateProfile.valueOf(row.getString("profile")),
        row.getString("subject"),
        row.getString("user_name"),
        Times.at(row, "not_before"),
        Times.at(row, "not_after"),
        CertificateFactory.parse(row.getBytes("content")),
        row.getInt("extensions"),
        row.getString("extension_of"));
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
