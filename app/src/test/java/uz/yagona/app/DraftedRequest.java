package uz.yagona.app;

import java.util.Map;
import uz.yagona.samples.Account;
import uz.yagona.samples.Applicant;
import uz.yagona.samples.FiledRequest;
import uz.yagona.samples.Official;

/** A request that waits for the head's signature. */
final class DraftedRequest {
  private DraftedRequest() {}

  static FiledRequest of(Account applicant, Account author) {
    var filer = new Applicant(applicant);
    var request =
        filer.file(
            "murojaat",
            Map.of(
                "subType", "ARIZA",
                "topic", "ROADS",
                "text", "Bunyodkor koʻchasida asfalt oʻpirilgan, taʼmirlab bering.",
                "answerChannel", "PORTAL"),
            Map.of());
    new Official(author)
        .review(
            request,
            "APPROVE",
            Map.of(
                "facts", "Joyiga chiqib oʻrganildi.",
                "norm", "OʻRQ-445, 16-modda",
                "decision", "Arizangiz qanoatlantirildi."));
    filer.waitFor(request, "SIGNING");
    return request;
  }
}
