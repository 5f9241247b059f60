package uz.yagona.signing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to an address that called more often in a minute than it may. */
final class RequestRate extends OncePerRequestFilter {
  private static final int MOST_ADDRESSES = 10_000;
  private static final long WINDOW_MILLIS = Duration.ofMinutes(1).toMillis();

  private final int limit;
  private final InstantSource clock;
  private long window;
  private final Map<String, Integer> calls =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  RequestRate(int limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isWithinLimit(request.getRemoteAddr())) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, "60");
    response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
  }

  private synchronized boolean isWithinLimit(String address) {
    var current = clock.millis() / WINDOW_MILLIS;
    if (current != window) {
      window = current;
      calls.clear();
    }
    return calls.merge(address, 1, Integer::sum) <= limit;
  }
}
