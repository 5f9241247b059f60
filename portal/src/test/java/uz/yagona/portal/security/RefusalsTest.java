package uz.yagona.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RefusalsTest {
  private static final long MEGABYTE = 1024 * 1024;

  @Test
  void shouldTellAFormThatIsTooLargeFromAForgedOne() {
    assertThat(Refusals.isTooLarge(form("multipart/form-data; boundary=x", 300 * MEGABYTE)))
        .isTrue();
    assertThat(Refusals.isTooLarge(form("multipart/form-data; boundary=x", MEGABYTE))).isFalse();
    assertThat(Refusals.isTooLarge(form("application/x-www-form-urlencoded", 300 * MEGABYTE)))
        .isFalse();
  }

  private static MockHttpServletRequest form(String type, long length) {
    var request =
        new MockHttpServletRequest("POST", "/file/murojaat") {
          @Override
          public long getContentLengthLong() {
            return length;
          }
        };
    request.setContentType(type);
    return request;
  }
}
