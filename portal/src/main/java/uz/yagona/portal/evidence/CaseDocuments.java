package uz.yagona.portal.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uz.yagona.forms.Language;
import uz.yagona.portal.json.Json;
import uz.yagona.portal.request.Request;
import uz.yagona.portal.signing.SigningClient;
import uz.yagona.portal.signing.SigningDocument;
import uz.yagona.portal.signing.Verification;
import uz.yagona.portal.text.Calendars;
import uz.yagona.portal.text.Texts;
import uz.yagona.proof.Digests;
import uz.yagona.proof.pack.Manifest;

/** The decision document of a case with reports about its signatures. */
@Component
class CaseDocuments {
  private final SigningClient signing;
  private final Texts texts;
  private final Calendars calendars;

  CaseDocuments(SigningClient signing, Texts texts, Calendars calendars) {
    this.signing = signing;
    this.texts = texts;
    this.calendars = calendars;
  }

  /**
   * What goes into the pack.
   *
   * @param withheld the document itself, when the reader may not have it: it names the applicant
   * @param signatures in words
   */
  record Found(List<Ingredient> files, List<Manifest.Listed> withheld, List<String> signatures) {
    static final Found NOTHING = new Found(List.of(), List.of(), List.of());
  }

  Found of(Request request, boolean isOpen, Language language) {
    var document = request.document();
    if (document == null) {
      return Found.NOTHING;
    }
    var version = document.signed() ? "signed" : "draft";
    var content = signing.content(document.documentId(), version);
    if (content.isEmpty()) {
      return Found.NOTHING;
    }
    var pdf = content.get();
    var name = Manifest.DOCUMENTS + document.documentNumber() + ".pdf";
    var files = new ArrayList<Ingredient>();
    var withheld = new ArrayList<Manifest.Listed>();
    if (isOpen) {
      files.add(new Ingredient(name, pdf));
    } else {
      withheld.add(
          new Manifest.Listed(name, pdf.length, Digests.hex(Digests.sha256(pdf)), "PERSONAL"));
    }
    if (!document.signed()) {
      return new Found(files, withheld, List.of());
    }
    var verification = signing.verify(pdf);
    var words = verification.signatures().stream().map(one -> words(one, language)).toList();
    var base = "signatures/" + document.documentNumber();
    files.add(new Ingredient(base + ".etsi.xml", signing.report(pdf)));
    files.add(Ingredient.json(base + ".json", Json.readObject(Json.write((Object) verification))));
    files.add(Ingredient.text(base + ".txt", summary(verification, words, language)));
    attach(files, withheld, document.documentId(), base, isOpen);
    return new Found(files, withheld, words);
  }

  /**
   * Signatures beside the PDF and who checked them. The PKCS#7 holds the signer's personal number,
   * so a pack without personal values has its digest alone.
   */
  private void attach(
      List<Ingredient> files,
      List<Manifest.Listed> withheld,
      String documentId,
      String base,
      boolean isOpen) {
    var attached = signing.document(documentId).map(SigningDocument::attached).orElseGet(List::of);
    if (attached.isEmpty()) {
      return;
    }
    var facts = Map.<String, Object>of("checkedElsewhere", attached);
    files.add(
        Ingredient.json(base + ".attached.json", Json.readObject(Json.write((Object) facts))));
    for (var one : attached) {
      var name = "%s.%s.p7s".formatted(base, one.sha256());
      var pkcs7 = signing.attached(documentId, one.sha256());
      if (pkcs7.isPresent() && isOpen) {
        files.add(new Ingredient(name, pkcs7.get()));
      } else if (pkcs7.isPresent()) {
        withheld.add(new Manifest.Listed(name, pkcs7.get().length, one.sha256(), "PERSONAL"));
      }
    }
  }

  private String summary(Verification verification, List<String> words, Language language) {
    var reasons =
        verification.reasons().stream()
            .map(reason -> texts.find("check.reason." + reason, language).orElse(reason))
            .collect(Collectors.joining("\n"));
    return "%s\n%s\nSHA-256: %s\n%s\n"
            .formatted(
                texts.of("evidence.result." + verification.result(), language),
                String.join("\n", words),
                verification.sha256(),
                reasons)
            .strip()
        + "\n";
  }

  private String words(Verification.VerifiedSignature one, Language language) {
    var at = one.signedAt();
    return texts.of(
        "evidence.signature",
        language,
        one.signerName() == null ? "–" : one.signerName(),
        one.signerPosition() == null ? "–" : one.signerPosition(),
        at == null ? "–" : calendars.time(at, language),
        one.level() == null ? "–" : one.level(),
        one.indication());
  }
}
