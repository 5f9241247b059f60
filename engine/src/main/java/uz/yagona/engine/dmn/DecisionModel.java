package uz.yagona.engine.dmn;

import java.util.List;
import java.util.Set;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of one DMN file.
 *
 * @param id of the decision requirements
 * @param syntax parsed form, opaque to callers
 * @param variables names of the variables that the expressions may ask for
 */
public record DecisionModel(
    String id,
    @Nullable String name,
    List<Decision> decisions,
    ParsedDmn syntax,
    Set<String> variables) {

  /**
   * One decision.
   *
   * @param type {@code DECISION_TABLE}, {@code LITERAL_EXPRESSION} or {@code UNKNOWN}
   */
  public record Decision(
      String id, @Nullable String name, @Nullable String versionTag, String type) {}
}
