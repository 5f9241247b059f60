package uz.yagona.forms.national;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uz.yagona.forms.Language;

class SoatoTest {
  @Test
  void shouldKnowEveryRegionAndItsDistricts() {
    assertThat(Soato.regions())
        .extracting(Soato.Place::code)
        .containsExactly(
            "1703", "1706", "1708", "1710", "1712", "1714", "1718", "1722", "1724", "1726", "1727",
            "1730", "1733", "1735");
    assertThat(Soato.regions())
        .allSatisfy(region -> assertThat(Soato.districts(region.code())).isNotEmpty());
    assertThat(Soato.districts())
        .allSatisfy(place -> assertThat(Soato.find(place.code().substring(0, 4))).isPresent());
  }

  @Test
  void shouldNamePlacesInEveryLanguage() {
    assertThat(Soato.find("1703202").orElseThrow().name().in(Language.UZ_LATN))
        .isEqualTo("Oltinkoʻl tumani");
    assertThat(Soato.find("1703202").orElseThrow().name().in(Language.RU))
        .isEqualTo("Алтынкульский район");
    assertThat(Soato.districts()).allSatisfy(place -> assertThat(place.name().missing()).isEmpty());
    assertThat(Soato.districts())
        .noneMatch(place -> place.name().in(Language.UZ_LATN).matches(".*['’‘`].*"));
  }

  @Test
  void shouldFindNoDistrictsWhenTheRegionIsUnknown() {
    assertThat(Soato.districts("17")).isEmpty();
    assertThat(Soato.districts("9999")).isEmpty();
    assertThat(Soato.find("1703999")).isEmpty();
  }
}
