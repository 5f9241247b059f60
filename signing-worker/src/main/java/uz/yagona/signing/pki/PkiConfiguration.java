package uz.yagona.signing.pki;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uz.yagona.signing.InstallationProperties;
import uz.yagona.signing.SigningProperties;
import uz.yagona.signing.SigningSchema;

/** The parts of the pilot PKI. */
@Configuration(proxyBeanMethods = false)
class PkiConfiguration {

  @Bean
  TrustedTime signingTrustedTime() {
    return new TrustedTime(Clock.systemUTC());
  }

  @Bean
  Keys signingKeys(InstallationProperties installation, SigningProperties properties) {
    var token = properties.pki().token();
    if (token != null) {
      return KeyToken.open(token.library(), token.slot(), token.pinFile());
    }
    return KeyFiles.open(installation.dataDirectory().resolve("secrets").resolve("pki"));
  }

  @Bean
  PilotPki signingPki(
      Keys files,
      CertificateRepository certificates,
      TrustedTime time,
      InstallationProperties installation,
      SigningProperties properties) {
    var factory = new CertificateFactory(installation.pkiAddress());
    var offline =
        properties.pki().root() == RootMode.OFFLINE
            ? new OfflineRoot(
                installation.dataDirectory().resolve("pki"), installation.pkiAddress())
            : null;
    return new PilotPki(files, factory, certificates, time, properties.keyAlgorithm(), offline);
  }

  @Bean
  TimestampAuthority signingTimestampAuthority(
      PilotPki pki, SigningSchema schema, TrustedTime time) {
    return new TimestampAuthority(pki, schema.jdbc(), time);
  }

  @Bean
  OcspResponder signingOcspResponder(PilotPki pki, StatusRepository statuses, TrustedTime time) {
    return new OcspResponder(pki, statuses, time);
  }

  @Bean
  Revocations signingRevocations(RevocationRepository revoked, SuspensionRepository suspended) {
    return new Revocations(revoked, suspended);
  }

  @Bean
  PkiJournal signingPkiJournal(
      PkiEventRepository events, TrustedTime time, PlatformTransactionManager transactions) {
    return new PkiJournal(events, time, new TransactionTemplate(transactions));
  }

  @Bean
  RegistrationDesk signingRegistrationDesk(
      CaOperationRepository operations,
      CertificateRepository certificates,
      SuspensionRepository suspensions,
      SignerCredentials credentials,
      PkiJournal journal,
      TrustedTime time,
      PlatformTransactionManager transactions) {
    return new RegistrationDesk(
        operations,
        certificates,
        suspensions,
        credentials,
        journal,
        time,
        new TransactionTemplate(transactions));
  }

  @Bean
  RevocationLists signingRevocationLists(PilotPki pki, Revocations revocations, TrustedTime time) {
    return new RevocationLists(pki, revocations, time);
  }

  @Bean
  SignerCredentials signingSignerCredentials(
      PilotPki pki,
      Keys files,
      CertificateRepository certificates,
      Revocations revocations,
      PkiJournal journal,
      PlatformTransactionManager transactions,
      SigningProperties properties) {
    return new SignerCredentials(
        pki,
        files,
        certificates,
        revocations,
        journal,
        signingTrustedTime(),
        new TransactionTemplate(transactions),
        properties.pki().automaticIssue());
  }

  @Bean
  PkiEndpoints signingPkiEndpoints(
      PilotPki pki, TimestampAuthority timestamps, OcspResponder responder, RevocationLists lists) {
    return new PkiEndpoints(pki, timestamps, responder, lists);
  }
}
