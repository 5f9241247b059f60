package uz.yagona.forms.model;

/**
 * Why a form model cannot be deployed.
 *
 * @param at JSON pointer or field id
 * @param reason what was expected and what was found, for the model's author
 */
public record ModelProblem(String at, String reason) {
  @Override
  public String toString() {
    return at + ": " + reason;
  }
}
