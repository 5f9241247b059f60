package uz.yagona.signing.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectMatchTest {

  @ParameterizedTest
  @CsvSource({
    "Aziza Karimova,KARIMOVA AZIZA BOTIR QIZI,true",
    "Gʻulom Yoʻldoshev,YO'LDOSHEV G`ULOM,true",
    "Aziza Karimova,KARIMOVA AZIZAXON,false",
    "Aziza Karimova,KARIMOVA,false",
    "Aziza,KARIMOVA AZIZA,false",
    "Aziza Karimova,'',false",
    "'',KARIMOVA AZIZA,false"
  })
  void shouldTakeACertificateOfTheSameNameAlone(
      String ofPortal, String ofCertificate, boolean isSame) {
    assertThat(SubjectMatch.isSameName(ofPortal, ofCertificate)).isEqualTo(isSame);
  }
}
