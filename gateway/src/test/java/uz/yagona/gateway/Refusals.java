package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.ProblemException;
import java.util.List;

/** Checks what callers are told when something is refused. */
final class Refusals {
  private Refusals() {}

  static void assertRefused(FinalCommandStep<?> command, int status, String... words) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> command.send().join())
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(status))
        .satisfies(
            problem ->
                assertThat(List.of(words))
                    .allSatisfy(word -> assertThat(problem.details().getDetail()).contains(word)));
  }
}
