package uz.yagona.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import uz.yagona.portal.journal.Journal;

class RefusalsTest {
  private final Refusals refusals = new Refusals(mock(Journal.class));
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void shouldSayTooLargeWhereAFormWasNotReadAtAll() throws IOException {
    var request =
        new MockHttpServletRequest("POST", "/file/murojaat") {
          @Override
          public long getContentLengthLong() {
            return 300L * 1024 * 1024;
          }
        };
    request.setContentType("multipart/form-data; boundary=x");
    refusals.handle(request, response, new AccessDeniedException("no token"));
    assertThat(response.getStatus()).isEqualTo(413);
  }

  @Test
  void shouldForbidEverythingElse() throws IOException {
    var request = new MockHttpServletRequest("POST", "/tasks");
    refusals.handle(request, response, new AccessDeniedException("no role"));
    assertThat(response.getStatus()).isEqualTo(403);
  }
}
