package uz.yagona.portal.request;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uz.yagona.forms.model.BundledForms;
import uz.yagona.proof.Digests;

/**
 * Forms as they were when somebody filled them in. A release may change a form under its key; the
 * evidence of a case shows the one that was used.
 */
@Service
public class FormSources {
  private final FormSourceRepository sources;
  private final Clock clock = Clock.systemUTC();

  FormSources(FormSourceRepository sources) {
    this.sources = sources;
  }

  /** Notes that the bundled form of this key was filled in now; keys of no form are left out. */
  @Transactional
  public void keep(UUID requestId, String formKey) {
    if (!BundledForms.keys().contains(formKey)) {
      return;
    }
    var source = BundledForms.source(formKey);
    var sha256 = Digests.hex(Digests.sha256(source.getBytes(StandardCharsets.UTF_8)));
    sources.keep(sha256, formKey, source, clock.instant());
    sources.link(requestId, formKey, sha256);
  }

  /** Sources by form key; those of earlier releases were not kept. */
  @Transactional(readOnly = true)
  public Map<String, String> of(UUID requestId) {
    return sources.of(requestId);
  }
}
