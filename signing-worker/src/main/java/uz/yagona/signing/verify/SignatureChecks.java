package uz.yagona.signing.verify;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfObjectModificationsFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.signing.pades.Level;
import uz.yagona.signing.pades.PkiBridge;

/** Checks the signatures of a PDF under the strict policy, trusting the pilot roots alone. */
@Component
class SignatureChecks {
  private static final long MEMORY = 64L << 20;
  private static final long STORAGE = 256L << 20;

  private final PkiBridge pki;
  private volatile @Nullable ValidationPolicy policy;

  SignatureChecks(PkiBridge pki) {
    this.pki = pki;
  }

  /** One entry for each signature, in the order in which they were made; empty when unsigned. */
  List<SignatureCheck> of(byte[] file) {
    var reports = reports(file, false);
    var simple = reports.getSimpleReport();
    var diagnostic = reports.getDiagnosticData();
    return simple.getSignatureIdList().stream()
        .map(id -> check(id, simple, diagnostic, file.length))
        .toList();
  }

  /** The validation report of ETSI TS 119 102-2, XML. */
  String report(byte[] file) {
    return reports(file, true).getXmlValidationReport();
  }

  private Reports reports(byte[] file, boolean withEtsiReport) {
    var validator =
        new PDFDocumentValidator(new InMemoryDocument(file, "file.pdf", MimeTypeEnum.PDF));
    validator.setCertificateVerifier(pki.verifier());
    validator.setPdfObjFactory(pdfObjects());
    validator.setEnableEtsiValidationReport(withEtsiReport);
    return validator.validateDocument(policy());
  }

  /** Not shared: a factory serves one check. */
  private static IPdfObjFactory pdfObjects() {
    var finder = new DefaultPdfObjectModificationsFinder();
    finder.setPdfObjectModificationsFilter(new LaterChanges());
    var factory = new PdfBoxNativeObjectFactory();
    factory.setPdfObjectModificationsFinder(finder);
    factory.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.mixed(MEMORY, STORAGE));
    return factory;
  }

  private ValidationPolicy policy() {
    var loaded = policy;
    if (loaded == null) {
      loaded = StrictPolicy.load();
      policy = loaded;
    }
    return loaded;
  }

  private static SignatureCheck check(
      String id, SimpleReport simple, DiagnosticData diagnostic, int length) {
    var signature = diagnostic.getSignatureById(id);
    var certificate = signature.getSigningCertificate();
    var indication = simple.getIndication(id);
    var subIndication = simple.getSubIndication(id);
    var time = simple.getBestSignatureTime(id);
    return new SignatureCheck(
        indication.name(),
        subIndication == null ? null : subIndication.name(),
        certificate == null ? null : certificate.getCommonName(),
        certificate == null ? null : certificate.getTitle(),
        Level.label(signature.getSignatureFormat()),
        time == null ? null : time.toInstant(),
        coversAll(signature, length),
        simple.getAdESValidationErrors(id).stream().map(Message::getValue).toList(),
        reasons(indication, subIndication, signature, simple));
  }

  private static boolean coversAll(SignatureWrapper signature, int length) {
    var range = signature.getPDFRevision().getSignatureByteRange();
    if (range == null || range.size() != 4) {
      return false;
    }
    return range.get(2).add(range.get(3)).equals(BigInteger.valueOf(length));
  }

  private static Set<Reason> reasons(
      Indication indication,
      @Nullable SubIndication subIndication,
      SignatureWrapper signature,
      SimpleReport simple) {
    if (indication == Indication.TOTAL_PASSED) {
      return Set.of();
    }
    var reasons = EnumSet.noneOf(Reason.class);
    reasons.add(
        subIndication == null
            ? Reason.FORMAT
            : reason(subIndication, indication == Indication.TOTAL_FAILED));
    if (subIndication == SubIndication.SIG_CONSTRAINTS_FAILURE
        && !hasPassedTimestamp(signature, simple)) {
      reasons.remove(Reason.FORMAT);
      reasons.add(Reason.TIMESTAMP_NOT_VALID);
    }
    return reasons;
  }

  private static boolean hasPassedTimestamp(SignatureWrapper signature, SimpleReport simple) {
    return signature.getSignatureTimestamps().stream()
        .anyMatch(stamp -> simple.getIndication(stamp.getId()) == Indication.PASSED);
  }

  private static Reason reason(SubIndication subIndication, boolean failed) {
    return switch (subIndication) {
      case HASH_FAILURE, SIG_CRYPTO_FAILURE, SIGNED_DATA_NOT_FOUND -> Reason.CHANGED_AFTER_SIGNING;
      case FORMAT_FAILURE -> failed ? Reason.CHANGED_AFTER_SIGNING : Reason.FORMAT;
      case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> Reason.CERTIFICATE_REVOKED;
      case EXPIRED, NOT_YET_VALID, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED ->
          Reason.CERTIFICATE_EXPIRED;
      case NO_CERTIFICATE_CHAIN_FOUND,
          NO_CERTIFICATE_CHAIN_FOUND_NO_POE,
          NO_SIGNING_CERTIFICATE_FOUND,
          CERTIFICATE_CHAIN_GENERAL_FAILURE,
          CHAIN_CONSTRAINTS_FAILURE,
          TRY_LATER ->
          Reason.CERTIFICATE_UNTRUSTED;
      case TIMESTAMP_ORDER_FAILURE -> Reason.TIMESTAMP_NOT_VALID;
      default -> Reason.FORMAT;
    };
  }
}
