package uz.yagona.signing.render;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import uz.yagona.signing.portal.DecisionDocument;

/** A decision without meaning, on which the self-test signs. */
public final class SampleDecision {
  private SampleDecision() {}

  /** The unsigned file. */
  public static byte[] draw(Instant at, ZoneId zone) {
    var words = "Oʻzbekcha, ўзбекча, русский";
    var content =
        new DecisionDocument(
            "self-test",
            "SELF-TEST",
            at.atOffset(ZoneOffset.UTC),
            null,
            "uz-Latn",
            "self-test",
            words,
            "APPEAL",
            null,
            words,
            null,
            null,
            null,
            new DecisionDocument.Applicant(null, words),
            new DecisionDocument.Body("SELF_TEST", words),
            new DecisionDocument.Official("self-test", words, words),
            "APPROVE",
            words,
            words,
            words,
            null,
            words,
            null);
    var registration =
        new Registration(
            new UUID(0, 0), "SELF-TEST", at, URI.create("http://localhost"), SignaturePlace.HEAD);
    return DecisionLayout.draw(content, registration, zone);
  }
}
