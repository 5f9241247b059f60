package uz.yagona.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.yagona.portal.json.Json;
import uz.yagona.portal.support.Filed;
import uz.yagona.portal.support.Visitor;
import uz.yagona.proof.pack.PackCheck;

class OwnCopyIT {
  @TempDir Path folder;

  @Test
  void shouldGiveAllThatIsKeptToReadAndAsData() throws IOException {
    // given
    var filed = Filed.by("bobur");
    // when
    var visitor = filed.applicant();
    var page = visitor.get("/my-data/export?lang=ru");
    var answer = visitor.submit(page.form("/my-data/export"), Map.of(), null);
    // then
    var check =
        PackCheck.of(Files.write(folder.resolve("own.zip"), answer.response().body()), List.of());
    assertThat(check.findings()).isEmpty();
    var files = files(answer);
    assertThat(files.get("index.html"))
        .startsWith("<!DOCTYPE html>\n<html lang=\"ru\">")
        .contains("Данные: Rahimov Bobur Shavkatovich", Filed.TEXT, "ПИНФЛ", "Физическое лицо")
        .doesNotContain(">1718<");
    var data = Json.readObject(files.get("data.json"));
    assertThat(data.get("profile").toString()).contains("30311851760023");
    assertThat(files.get("data.json")).contains(filed.requestId().toString(), Filed.TEXT);
    assertThat(visitor.get("/my-data?lang=en").html().text()).contains("Looking at own data");
  }

  @Test
  void shouldHoldNothingOfOthers() throws IOException {
    Filed.by("bobur");
    var savdo = Visitor.signedIn("savdo");
    var form = savdo.get("/my-data/export").form("/my-data/export");
    var all = String.join("\n", files(savdo.submit(form, Map.of(), null)).values());
    assertThat(all).doesNotContain("Rahimov", "30311851760023");
  }

  @Test
  void shouldBeForApplicantsOnly() {
    assertThat(Visitor.signedIn("cadastre1").get("/my-data/export").status()).isEqualTo(403);
  }

  private static Map<String, String> files(Visitor.Page answer) throws IOException {
    var files = new LinkedHashMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
