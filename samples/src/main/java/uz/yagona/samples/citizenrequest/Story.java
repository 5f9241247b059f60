package uz.yagona.samples.citizenrequest;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import uz.yagona.samples.Account;
import uz.yagona.samples.Applicant;
import uz.yagona.samples.FiledRequest;
import uz.yagona.samples.Official;

/** Three requests: one approved, one refused, one sent back to the applicant and then approved. */
final class Story {
  private final URI base;
  private final Path folder;
  private final Inspection inspection;

  Story(URI base, Path folder) {
    this.base = base;
    this.folder = folder;
    this.inspection = new Inspection(base);
  }

  void run() {
    approved();
    refused();
    sentBack();
  }

  /** A broken road: an appeal in Uzbek, with a photo. */
  private void approved() {
    say("1. An appeal (ariza) about a road, approved");
    var applicant = applicant("aziza", "uz-Latn");
    var request =
        applicant.file("murojaat", Texts.roadAppeal(), Map.of("attachments", Texts.photo()));
    filed(request);
    official("appeals1").review(request, "APPROVE", Texts.roadApproval());
    say("   appeals1 approved");
    official("appeals-head").sign(request);
    say("   appeals-head signed");
    inspect(applicant, request, "approved.pdf");
  }

  /** A certificate for an object that the register does not know. */
  private void refused() {
    say("2. A demolition-zone certificate, refused: the register does not know the object");
    var applicant = applicant("bobur", "ru");
    var request = applicant.file("demolition-certificate", Texts.unknownObject(), Map.of());
    filed(request);
    official("cadastre1").review(request, "REFUSE", Texts.unknownObjectRefusal());
    say("   cadastre1 refused");
    official("cadastre-head").sign(request);
    say("   cadastre-head signed");
    inspect(applicant, request, "refused.pdf");
  }

  /** A complaint about the cadastre, which goes to the body above it. */
  private void sentBack() {
    say("3. A complaint (shikoyat) about the cadastre, sent back, then approved");
    var applicant = applicant("aziza", "uz-Cyrl");
    var request = applicant.file("murojaat", Texts.complaint(), Map.of());
    filed(request);
    var reviewer = official("legal1");
    reviewer.review(request, "ASK", Texts.question());
    say("   legal1 asked the applicant; the clock stands still");
    applicant.answer(request, Texts.answer());
    say("   the applicant answered");
    reviewer.review(request, "APPROVE", Texts.complaintApproval());
    say("   legal1 approved");
    official("legal-head").sign(request);
    say("   legal-head signed");
    inspect(applicant, request, "sent-back-then-approved.pdf");
  }

  private void inspect(Applicant applicant, FiledRequest request, String name) {
    var pdf = applicant.download(request);
    var file = folder.resolve(name);
    Inspection.save(file, pdf);
    say("   the applicant sees the decision and has %s (%d bytes)".formatted(name, pdf.length));
    inspection.publicPageSaysValid(applicant.publicPage(request));
    say("   the public page says that it is valid");
    inspection.uploadSays("VALID", name, pdf);
    say("   the uploaded file is valid");
    inspection.uploadSays("CHANGED", "changed.pdf", Inspection.tampered(pdf));
    say("   with one byte changed it is shown as changed");
    var poppler = inspection.pdfsig(file);
    if (poppler.isPresent() && !poppler.get().contains("Signature is Valid")) {
      throw new IllegalStateException(
          "Expected pdfsig to call %s valid, but it says: %s".formatted(name, poppler.get()));
    }
    say(
        poppler.isPresent()
            ? "   pdfsig: Signature is Valid"
            : "   pdfsig is not installed: skipped");
  }

  private Applicant applicant(String userName, String language) {
    return new Applicant(Account.signIn(base, userName, language));
  }

  private Official official(String userName) {
    return new Official(Account.signIn(base, userName, "uz-Latn"));
  }

  private void filed(FiledRequest request) {
    say("   filed as %s: %s".formatted(request.number(), base.resolve(request.path())));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
