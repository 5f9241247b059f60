package uz.yagona.forms.national;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import uz.yagona.forms.LocalText;

/**
 * Regions (4 digits), and districts and cities (7 digits) of Uzbekistan by SOATO code, snapshot of
 * 2021.
 */
public final class Soato {
  private static final Map<String, Place> PLACES = load();

  private Soato() {}

  /**
   * A place and its name in every language; English writes the Uzbek name in plain Latin letters.
   */
  public record Place(String code, LocalText name) {}

  public static List<Place> regions() {
    return PLACES.values().stream().filter(place -> place.code().length() == 4).toList();
  }

  /** Districts and cities of one region; empty for an unknown region. */
  public static List<Place> districts(String region) {
    return PLACES.values().stream()
        .filter(place -> place.code().length() == 7 && place.code().startsWith(region))
        .filter(place -> region.length() == 4)
        .toList();
  }

  public static List<Place> districts() {
    return PLACES.values().stream().filter(place -> place.code().length() == 7).toList();
  }

  public static Optional<Place> find(String code) {
    return Optional.ofNullable(PLACES.get(code));
  }

  private static Map<String, Place> load() {
    var places = new LinkedHashMap<String, Place>();
    try (var in = Objects.requireNonNull(Soato.class.getResourceAsStream("/soato/soato.csv"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().skip(1).map(Soato::place).forEach(place -> places.put(place.code(), place));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return places;
  }

  private static Place place(String line) {
    String[] columns = line.split(",", -1);
    return new Place(columns[0], LocalText.of(columns[1], columns[2], columns[3], columns[4]));
  }
}
