package uz.yagona.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.portal.support.Visitor;

class PublicPagesIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/services",
        "/services/murojaat",
        "/services/demolition-certificate",
        "/help",
        "/privacy",
        "/certificate-policy",
        "/accessibility",
        "/about",
        "/sign-in",
        "/check"
      })
  void shouldOpenWithoutSigningInAsAWholePage(String path) {
    var page = new Visitor().get(path + "?lang=en");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.response().uri().toString()).doesNotContain("lang=");
    assertThat(page.html().documentType()).isNotNull();
    assertThat(page.html().select("html").attr("lang")).isEqualTo("en");
    assertThat(page.html().select("h1")).hasSize(1);
    assertThat(page.html().title()).endsWith(" – Yagona");
    assertThat(page.html().text()).doesNotContain("??");
  }

  @ParameterizedTest
  @CsvSource({"uz-Latn, Xizmatlar", "uz-Cyrl, Хизматлар", "ru, Услуги", "en, Services"})
  void shouldRememberTheLanguage(String language, String heading) {
    var visitor = new Visitor();

    visitor.get("/help?lang=" + language);

    assertThat(visitor.get("/services").html().select("h1").text()).isEqualTo(heading);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ma'lumotnoma", "маълумотнома", "СНОС", "demolition", "  kadastr  "})
  void shouldFindAServiceInAnyScript(String words) {
    var page = new Visitor().get("/services?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));

    assertThat(page.html().select("a[href='/services/demolition-certificate']")).hasSize(1);
  }

  @Test
  void shouldEscapeWhatWasSearchedFor() {
    var page = new Visitor().get("/services?q=%3Cscript%3Ealert(1)%3C/script%3E");

    assertThat(page.html().select("script:not([src])")).isEmpty();
    assertThat(page.html().text()).contains("<script>alert(1)</script>");
  }

  @Test
  void shouldShowAPageForWhatIsNotThere() {
    var page = new Visitor().get("/services/nothing?lang=en");

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.html().select("h1").text()).isEqualTo("Page not found");
  }
}
