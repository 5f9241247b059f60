package uz.yagona.forms.model;

import java.util.List;
import java.util.stream.Collectors;

/** A form model that cannot be used; carries every problem found, not only the first. */
public final class FormModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<ModelProblem> problems;

  public FormModelException(String form, List<ModelProblem> problems) {
    super(
        problems.stream()
            .map(ModelProblem::toString)
            .collect(
                Collectors.joining(
                    "; ", "Expected a valid form model, but " + form + " has: ", "")));
    this.problems = List.copyOf(problems);
  }

  public List<ModelProblem> problems() {
    return problems;
  }
}
