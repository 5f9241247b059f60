package uz.yagona.forms.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ariza.pdf | ariza.pdf",
        "Ариза Ўзбек.PDF | Ариза Ўзбек.pdf",
        "../../etc/passwd.pdf | passwd.pdf",
        "C:\\Users\\a\\b.pdf | b.pdf",
        "a<script>.pdf | a_script_.pdf",
        "con.pdf | _con.pdf",
        "...pdf | fayl.pdf",
        ".pdf | fayl.pdf",
        "a\"b%00.pdf | a_b_00.pdf",
        "  bir   ikki .pdf | bir ikki.pdf"
      })
  void shouldCleanNames(String name, String clean) {
    assertThat(FileNames.clean(name, FileType.PDF)).isEqualTo(clean);
  }

  @Test
  void shouldRemoveInvisibleAndDirectionMarks() {
    assertThat(FileNames.clean("a\u202Efdp.exe\u0000\r\n.pdf", FileType.PDF))
        .isEqualTo("afdp.exe.pdf");
    assertThat(FileNames.extension("ariza.pdf\u202E")).isEqualTo("pdf");
  }

  @Test
  void shouldShortenNamesByWholeCharacters() {
    String clean = FileNames.clean("😀".repeat(300) + ".pdf", FileType.PDF);

    assertThat(clean.codePointCount(0, clean.length())).isEqualTo(104);
    assertThat(clean).endsWith("😀.pdf");
  }

  @Test
  void shouldTakeTheExtensionOfTheRealType() {
    assertThat(FileNames.clean("surat.jpeg", FileType.JPG)).isEqualTo("surat.jpg");
  }
}
