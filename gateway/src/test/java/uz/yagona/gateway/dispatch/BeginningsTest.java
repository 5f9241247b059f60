package uz.yagona.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

class BeginningsTest {

  @ParameterizedTest
  @CsvSource({
    "/v2/user-tasks/{key}/completion, /v2/user-tasks",
    "/v2/user-tasks/search, /v2/user-tasks/search",
    "/forms/file-{name}, /forms",
    "/pki/*.crl, /pki",
    "/files/**, /files",
    "/{*rest}, ''",
    "'', ''"
  })
  void shouldTakeWhatIsBeforeTheFirstVariable(String pattern, String beginning) {
    assertThat(Beginnings.fixedPart(pattern)).isEqualTo(beginning);
  }

  /** Matching with the framework's own patterns tells when the short way would lose a request. */
  @ParameterizedTest
  @CsvSource({
    "/v2/user-tasks/{key}, /v2/user-tasks/7",
    "/v2/user-tasks/{key}, /v2/user%2Dtasks/7",
    "/v2/user-tasks/{key}, /v2/user-tasks;a=b/7",
    "/files/**, /files",
    "/files/**, /files/a/b",
    "/v?/x, /v2/x",
    "/a*/x, /abc/x",
    "/{*rest}, /anything/at/all"
  })
  void shouldLetPassWhatThePatternMatches(String pattern, String path) {
    var matches = new PathPatternParser().parse(pattern).matches(PathContainer.parsePath(path));

    assertThat(matches).isTrue();
    assertThat(Beginnings.mayMatch(List.of(Beginnings.fixedPart(pattern)), path)).isTrue();
  }

  @Test
  void shouldHoldBackOtherPaths() {
    assertThat(Beginnings.mayMatch(List.of("/v2/jobs", "/v2/signals"), "/v2/user-tasks/7"))
        .isFalse();
  }
}
