package uz.yagona.portal.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import uz.yagona.forms.Language;
import uz.yagona.portal.page.Flash;

/** How one kind of task is done. */
interface TaskWork {
  /** The form as its holder meets it first. */
  TaskPanel blank(Work work, Language language);

  /** Takes what the holder sent. */
  Result send(Work work, MultiValueMap<String, String> sent, Language language);

  /**
   * @param panel the form again, with what is wrong; {@code null} when the task is done with
   * @param flash message for the next page
   * @param next address of the next page
   */
  record Result(
      @Nullable TaskPanel panel, HttpStatusCode status, @Nullable Flash flash, String next) {
    static Result again(TaskPanel panel, HttpStatus status) {
      return new Result(panel, status, null, "");
    }

    static Result done(Flash flash, String next) {
      return new Result(null, HttpStatus.SEE_OTHER, flash, next);
    }
  }
}
