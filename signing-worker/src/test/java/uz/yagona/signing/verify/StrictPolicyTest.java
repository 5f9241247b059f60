package uz.yagona.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StrictPolicyTest {

  @Test
  void shouldRaiseWhatTheLibraryOnlyWarnsOf() {
    var strict = StrictPolicy.strict(StrictPolicy.libraryPolicy());

    assertThat(strict)
        .contains(
            "<UndefinedChanges Level=\"FAIL\"",
            "<PdfVisualDifference Level=\"FAIL\"",
            "<TLevelTimeStamp Level=\"FAIL\"/>")
        .doesNotContain("<UndefinedChanges Level=\"WARN\"");
    assertThat(StrictPolicy.load()).isNotNull();
  }

  @Test
  void shouldFailWhenTheLibraryRenamesAConstraint() {
    var renamed = StrictPolicy.libraryPolicy().replace("PdfVisualDifference", "VisualDifference");

    assertThatThrownBy(() -> StrictPolicy.strict(renamed))
        .hasMessage(
            "Expected PdfVisualDifference in the signature library's policy, but it is missing");
  }
}
