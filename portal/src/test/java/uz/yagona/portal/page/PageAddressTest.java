package uz.yagona.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PageAddressTest {

  @Test
  void shouldKeepTheQueryAndChangeTheLanguage() {
    var request = request("/services", "q=maʼlumot%20a&lang=en");

    assertThat(PageAddress.in("ru", request)).isEqualTo("/services?q=malumot%20a&lang=ru");
    assertThat(PageAddress.plain(request)).isEqualTo("/services?q=malumot%20a");
  }

  @Test
  void shouldNeverLeadToAnotherSite() {
    assertThat(PageAddress.plain(request("//evil.example/x", "lang=ru")))
        .isEqualTo("/evil.example/x");
    assertThat(PageAddress.plain(request("/\\evil.example", null))).isEqualTo("/evil.example");
  }

  @Test
  void shouldMeanTheFailedPageBehindAnErrorPage() {
    var request = request("/error", "a=1");
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/cases/1");

    assertThat(PageAddress.in("en", request)).isEqualTo("/cases/1?lang=en");
  }

  private static MockHttpServletRequest request(String path, String query) {
    var request = new MockHttpServletRequest("GET", path);
    request.setQueryString(query);
    return request;
  }
}
