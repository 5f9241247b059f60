package uz.yagona.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.yagona.gateway.identity.Callers.Credentials;

class CallersTest {
  private final Callers callers =
      new Callers(new CallerProperties("internal-password", "api-password-0123"));

  @Test
  void shouldKnowCallersByNameAndPassword() {
    assertThat(callers.know(new Credentials("internal", "internal-password"))).isTrue();
    assertThat(callers.know(new Credentials("api", "api-password-0123"))).isTrue();
    assertThat(callers.know(new Credentials("api", "internal-password"))).isFalse();
    assertThat(callers.know(new Credentials("nobody", ""))).isFalse();
    assertThat(callers.know(new Credentials("", ""))).isFalse();
  }

  @Test
  void shouldReadBasicCredentials() {
    assertThat(Credentials.ofBasic("basic YXBpOmE6Yg==")).contains(new Credentials("api", "a:b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer x", "Basic", "Basic !!", "Basic YXBp"})
  void shouldReadNoCredentialsFromOtherHeaders(String header) {
    assertThat(Credentials.ofBasic(header)).isEmpty();
  }

  @Test
  void shouldRefuseShortPasswords() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CallerProperties("internal-password", "short"))
        .withMessage(
            "Expected yagona.secrets.api-client of at least 16 characters, but it is shorter");
  }
}
