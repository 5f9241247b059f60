package uz.yagona.gateway.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import uz.yagona.gateway.problem.Problem;

/**
 * Refuses what a page of another site makes a browser send: a browser that remembers credentials
 * would add them. Browsers tell so themselves; other callers send no such header.
 */
final class ForeignPages extends OncePerRequestFilter {
  private static final String HEADER = "Sec-Fetch-Site";
  private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Problem REFUSED =
      Problem.of(
          HttpStatus.FORBIDDEN,
          "FORBIDDEN",
          "Expected a request of this site or of a program, but a page of another site sent it");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var site = request.getHeader(HEADER);
    if (site != null && FOREIGN.contains(site) && !READING.contains(request.getMethod())) {
      REFUSED.writeTo(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
