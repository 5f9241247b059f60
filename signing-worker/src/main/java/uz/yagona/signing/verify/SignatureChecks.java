package uz.yagona.signing.verify;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfObjectModificationsFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.util.List;
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
    // without a loader: the library's own would call any address that a signature names
    validator.setSignaturePolicyProvider(new SignaturePolicyProvider());
    return validator.validateDocument(policy());
  }

  /** Not shared: a factory serves one check. */
  private static IPdfObjFactory pdfObjects() {
    var finder = new DefaultPdfObjectModificationsFinder();
    finder.setPdfObjectModificationsFilter(new LaterChanges());
    var factory = new PdfBoxNativeObjectFactory();
    factory.setPdfObjectModificationsFinder(finder);
    factory.setPdfDifferencesFinder(new PageComparison());
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
        SignatureReasons.of(id, simple, signature));
  }

  private static boolean coversAll(SignatureWrapper signature, int length) {
    var range = signature.getPDFRevision().getSignatureByteRange();
    if (range == null || range.size() != 4) {
      return false;
    }
    return range.get(2).add(range.get(3)).equals(BigInteger.valueOf(length));
  }
}
