package uz.yagona.forms.model;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uz.yagona.forms.feel.Feel;

/**
 * FEEL expressions of a field; each is {@code null} when the model has none.
 *
 * @param visibleWhen shown and accepted only when this is true
 * @param requiredWhen mandatory when this is true, besides {@code required}
 * @param calculate value computed on the server from the other fields
 * @param variable name under which the computed value is kept
 */
public record Conditions(
    @Nullable Feel visibleWhen,
    @Nullable Feel requiredWhen,
    @Nullable Feel calculate,
    @Nullable String variable) {
  public static final Conditions NONE = new Conditions(null, null, null, null);

  Stream<Feel> expressions() {
    return Stream.of(visibleWhen, requiredWhen, calculate).flatMap(Stream::ofNullable);
  }
}
