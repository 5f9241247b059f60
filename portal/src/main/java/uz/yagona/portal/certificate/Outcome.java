package uz.yagona.portal.certificate;

import java.util.function.Supplier;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uz.yagona.portal.page.Flash;

/** Tells on the next page what became of a step. */
final class Outcome {
  private Outcome() {}

  /** As the other one; {@code done} is the key of the words for success. */
  static boolean tell(RedirectAttributes redirect, String done, Runnable step) {
    return tell(
        redirect,
        () -> {
          step.run();
          return done;
        });
  }

  /**
   * Takes a step that tells itself which words fit its success.
   *
   * @return {@code false} when the desk may not take it
   */
  static boolean tell(RedirectAttributes redirect, Supplier<String> step) {
    try {
      redirect.addFlashAttribute("flash", Flash.ok(step.get()));
      return true;
    } catch (DeskException e) {
      redirect.addFlashAttribute("flash", Flash.danger("desk.problem." + e.code()));
      return false;
    }
  }
}
