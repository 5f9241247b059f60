package uz.yagona.portal.designer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RejectionTest {

  @Test
  void shouldLeadEachFindingToItsElement() {
    var detail =
        """
        Expected to deploy new resources, but encountered the following errors:
        'citizen-request.bpmn': - Element: review-request > extensionElements > taskSchedule
            - ERROR: dueDate is not a valid date
        - Element: notify-decided
            - ERROR: Must have a task definition
        """;

    assertThat(Rejection.findings(detail))
        .containsExactly(
            new Rejection.Finding("review-request", "dueDate is not a valid date"),
            new Rejection.Finding("notify-decided", "Must have a task definition"));
  }

  @Test
  void shouldKeepAnAnswerThatItCannotTakeApart() {
    assertThat(Rejection.findings("Expected a target for 'flow-1', but found none"))
        .containsExactly(
            new Rejection.Finding("flow-1", "Expected a target for 'flow-1', but found none"));
  }
}
