package uz.yagona.forms.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.national.Soato;

/**
 * Where the options of a choice field come from.
 *
 * @param fixed options written in the model, empty when they come from elsewhere
 * @param source name of a list: {@code soato-region} and {@code soato-district} are known here,
 *     others stand in the form's context ({@code groups}, {@code askable-fields}, …); {@code null}
 *     for none
 * @param multiple several may be chosen; the value is then a list
 * @param dependsOn id of the field whose value narrows the list (a district's region), or {@code
 *     null}
 */
public record Choices(
    List<Choice> fixed, @Nullable String source, boolean multiple, @Nullable String dependsOn) {
  private static final List<Choice> REGIONS = places(Soato.regions());
  private static final List<Choice> DISTRICTS = places(Soato.districts());

  public Choices {
    fixed = List.copyOf(fixed);
  }

  /** Options that need no context: those of the model and the official lists. */
  public List<Choice> known() {
    if (Check.SOATO_REGION.word().equals(source)) {
      return REGIONS;
    }
    return Check.SOATO_DISTRICT.word().equals(source) ? DISTRICTS : fixed;
  }

  Optional<Choice> find(String value) {
    return Stream.concat(known().stream(), fixed.stream())
        .filter(choice -> choice.value().equals(value))
        .findFirst();
  }

  private static List<Choice> places(List<Soato.Place> places) {
    return places.stream().map(place -> new Choice(place.code(), place.name())).toList();
  }
}
