package uz.yagona.signing.verify;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uz.yagona.signing.Language;
import uz.yagona.signing.SelfTestResult;
import uz.yagona.signing.SigningProperties;
import uz.yagona.signing.pades.Level;
import uz.yagona.signing.pades.PadesSigner;
import uz.yagona.signing.pades.SignatureRequest;
import uz.yagona.signing.pki.Credential;
import uz.yagona.signing.pki.Person;
import uz.yagona.signing.pki.SignerCredentials;
import uz.yagona.signing.pki.TrustedTime;
import uz.yagona.signing.render.SampleDecision;

/**
 * Signs a sample and checks it, once after each start, in the background. It guards against library
 * versions that do not fit (a signature that nobody can read is worse than none) and warms up the
 * libraries. Signing waits for it.
 */
@Component
class SelfTest {
  private static final Logger log = LoggerFactory.getLogger(SelfTest.class);
  private static final Person SIGNER =
      new Person("yagona-self-test", "Yagona PILOT self-test", "self-test");

  private final PadesSigner signer;
  private final SignatureChecks checks;
  private final SignerCredentials credentials;
  private final SelfTestResult result;
  private final TrustedTime time;
  private final ZoneId zone;

  SelfTest(
      PadesSigner signer,
      SignatureChecks checks,
      SignerCredentials credentials,
      SelfTestResult result,
      TrustedTime time,
      SigningProperties properties) {
    this.signer = signer;
    this.checks = checks;
    this.credentials = credentials;
    this.result = result;
    this.time = time;
    this.zone = properties.zone();
  }

  /** Yields to whatever else starts: on few cores the first page matters more. */
  @SuppressWarnings("ThreadPriorityCheck")
  @EventListener(ApplicationReadyEvent.class)
  void start() {
    var thread = new Thread(this::run, "signing-self-test");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  private void run() {
    var begin = System.nanoTime();
    try {
      requireOnePassed(checks.of(signedSample()));
      result.passed();
      log.info(
          "Signing is ready: the self-test passed in {} ms",
          Duration.ofNanos(System.nanoTime() - begin).toMillis());
    } catch (RuntimeException e) {
      result.failed(e);
      log.error("Signing is off: the self-test failed", e);
    }
  }

  private byte[] signedSample() {
    var draft = SampleDecision.draw(time.now(), zone);
    var request =
        new SignatureRequest(
            credential(),
            Level.B_T,
            SIGNER.displayName(),
            "self-test",
            Language.UZ_LATN,
            List.of(SIGNER.displayName()),
            null);
    return signer.sign(draft, request).content();
  }

  private Credential credential() {
    return credentials.findOrIssueFirst(SIGNER).orElseGet(() -> credentials.issue(SIGNER));
  }

  static void requireOnePassed(List<SignatureCheck> found) {
    if (found.size() != 1 || !found.get(0).isPassed()) {
      throw new IllegalStateException(
          "Expected the sample to hold one valid signature, but found "
              + found.stream()
                  .map(check -> check.indication() + " " + check.subIndication() + check.messages())
                  .toList());
    }
  }
}
