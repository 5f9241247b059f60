package uz.yagona.signing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestRateTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T10:00:00Z"));
  private final RequestRate rate = new RequestRate(2, now::get);

  @Test
  void shouldRefuseTheCallBeyondTheLimitOfOneAddress() {
    assertThat(statusOfCallFrom("10.0.0.1")).isEqualTo(200);
    assertThat(statusOfCallFrom("10.0.0.1")).isEqualTo(200);
    assertThat(statusOfCallFrom("10.0.0.1")).isEqualTo(429);
    assertThat(statusOfCallFrom("10.0.0.2")).isEqualTo(200);
  }

  @Test
  void shouldForgetTheCallsOfTheLastMinute() {
    statusOfCallFrom("10.0.0.1");
    statusOfCallFrom("10.0.0.1");

    now.set(now.get().plusSeconds(60));

    assertThat(statusOfCallFrom("10.0.0.1")).isEqualTo(200);
  }

  private int statusOfCallFrom(String address) {
    var request = new MockHttpServletRequest("POST", "/pki/tsa");
    request.setRemoteAddr(address);
    var response = new MockHttpServletResponse();
    try {
      rate.doFilter(request, response, new MockFilterChain());
    } catch (IOException | ServletException e) {
      throw new IllegalStateException(e);
    }
    return response.getStatus();
  }
}
