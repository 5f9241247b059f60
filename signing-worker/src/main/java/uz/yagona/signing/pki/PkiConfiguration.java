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
  KeyFiles signingKeyFiles(InstallationProperties installation) {
    return KeyFiles.open(installation.dataDirectory().resolve("secrets").resolve("pki"));
  }

  @Bean
  PilotPki signingPki(
      KeyFiles files,
      CertificateRepository certificates,
      TrustedTime time,
      InstallationProperties installation,
      SigningProperties properties) {
    var factory = new CertificateFactory(installation.pkiAddress());
    return new PilotPki(files, factory, certificates, time, properties.keyAlgorithm());
  }

  @Bean
  TimestampAuthority signingTimestampAuthority(
      PilotPki pki, SigningSchema schema, TrustedTime time) {
    return new TimestampAuthority(pki, schema.jdbc(), time);
  }

  @Bean
  OcspResponder signingOcspResponder(
      PilotPki pki,
      CertificateRepository certificates,
      RevocationRepository revocations,
      TrustedTime time) {
    return new OcspResponder(pki, certificates, revocations, time);
  }

  @Bean
  RevocationLists signingRevocationLists(
      PilotPki pki, RevocationRepository revocations, TrustedTime time) {
    return new RevocationLists(pki, revocations, time);
  }

  @Bean
  SignerCredentials signingSignerCredentials(
      PilotPki pki,
      KeyFiles files,
      CertificateRepository certificates,
      RevocationRepository revocations,
      TrustedTime time,
      PlatformTransactionManager transactions) {
    return new SignerCredentials(
        pki, files, certificates, revocations, time, new TransactionTemplate(transactions));
  }

  @Bean
  PkiEndpoints signingPkiEndpoints(
      PilotPki pki, TimestampAuthority timestamps, OcspResponder responder, RevocationLists lists) {
    return new PkiEndpoints(pki, timestamps, responder, lists);
  }
}
