package uz.yagona.portal.security;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import uz.yagona.portal.PortalProperties;

/** Response headers of every page: strict by default, wider where a page needs it. */
final class Headers {
  private static final String PERMISSIONS =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

  /** A kind of pages; the first that matches counts. */
  private record Kind(RequestMatcher paths, String policy, XFrameOptionsMode framing) {
    static Kind of(Sources sources, String... patterns) {
      var matchers =
          List.of(patterns).stream()
              .<RequestMatcher>map(PathPatternRequestMatcher::pathPattern)
              .toList();
      return new Kind(
          new OrRequestMatcher(matchers),
          sources.policy(),
          sources.ancestors.equals(NONE) ? XFrameOptionsMode.DENY : XFrameOptionsMode.SAMEORIGIN);
    }
  }

  /** What a kind of pages may load, and who may frame it. */
  private record Sources(
      String styles, String fonts, String frames, String ancestors, String connections) {
    Sources(String styles, String fonts, String frames, String ancestors) {
      this(styles, fonts, frames, ancestors, SELF);
    }

    String policy() {
      return ("default-src 'none'; script-src 'self'; style-src %s; img-src 'self' data:;"
              + " font-src %s; connect-src %s; frame-src %s; object-src %s;"
              + " form-action 'self'; base-uri 'none'; frame-ancestors %s")
          .formatted(styles, fonts, connections, frames, frames, ancestors);
    }
  }

  private static final String SELF = "'self'";
  private static final String NONE = "'none'";

  /** The diagram drawing sets style attributes and has its font in its style sheet. */
  private static final String DRAWN = "'self' 'unsafe-inline'";

  private static final String DRAWN_FONT = "'self' data:";

  private static final List<Kind> KINDS =
      List.of(
          Kind.of(new Sources(SELF, SELF, NONE, SELF), "/cases/*/document/**"),
          Kind.of(new Sources(DRAWN, DRAWN_FONT, SELF, NONE), "/cases/**", "/tasks/**"),
          Kind.of(new Sources(DRAWN, DRAWN_FONT, NONE, NONE), "/operations/**", "/designer/**"),
          Kind.of(new Sources(SELF, SELF, NONE, NONE), "/**"));

  private Headers() {}

  /**
   * @param eImzo the program on the person's computer that pages of tasks may talk to; {@code null}
   *     when it is not used
   */
  static void configure(
      HeadersConfigurer<HttpSecurity> headers, PortalProperties.@Nullable EImzo eImzo) {
    headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
    var earlier = new ArrayList<RequestMatcher>();
    for (var kind : kinds(eImzo)) {
      var matcher = only(kind.paths, earlier);
      headers.addHeaderWriter(when(matcher, new ContentSecurityPolicyHeaderWriter(kind.policy)));
      headers.addHeaderWriter(when(matcher, new XFrameOptionsHeaderWriter(kind.framing)));
      earlier.add(kind.paths);
    }
    headers
        .addHeaderWriter(new StaticHeadersWriter("Permissions-Policy", PERMISSIONS))
        .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
  }

  private static List<Kind> kinds(PortalProperties.@Nullable EImzo eImzo) {
    var kinds = new ArrayList<>(KINDS);
    if (eImzo != null) {
      var sources = new Sources(DRAWN, DRAWN_FONT, SELF, NONE, SELF + " " + eImzo.source());
      kinds.add(0, Kind.of(sources, "/tasks/**"));
    }
    return kinds;
  }

  private static RequestMatcher only(RequestMatcher wanted, List<RequestMatcher> earlier) {
    if (earlier.isEmpty()) {
      return wanted;
    }
    var others = new OrRequestMatcher(List.copyOf(earlier));
    return request -> wanted.matches(request) && !others.matches(request);
  }

  private static HeaderWriter when(RequestMatcher matcher, HeaderWriter writer) {
    return new DelegatingRequestMatcherHeaderWriter(matcher, writer);
  }
}
