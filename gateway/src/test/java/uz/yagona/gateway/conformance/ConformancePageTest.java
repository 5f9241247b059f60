package uz.yagona.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uz.yagona.gateway.conformance.Sample.Operation;

/**
 * Writes docs/conformance.md from the samples that {@link ElementTableIT} runs: a cell says yes
 * when there is such a test. {@code -Dconformance.write=true} writes the file.
 */
class ConformancePageTest {
  private static final Path PAGE = Path.of("../docs/conformance.md");

  @Test
  void shouldShowEveryCell() throws IOException {
    var page = page();
    if (Boolean.getBoolean("conformance.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("written with -Dconformance.write=true").content().isEqualTo(page);
  }

  private static String page() {
    var samples = Samples.all();
    var tests =
        samples.stream()
            .mapToLong(sample -> Arrays.stream(Operation.values()).filter(sample::allows).count())
            .sum();
    return """
        # Elements, and what is tested with each

        Written by `ConformancePageTest` from the samples that `ElementTableIT` runs through the official client: %d
        elements, %d tests. A cell that is not `yes` has no such test, and says why or where else it is tested.
        Process start events, listeners, mappings and boundaries between elements are in the other classes of
        `gateway/src/test/java/uz/yagona/gateway/conformance`.

        | element | activate | complete | interrupt | incident | modify | migrate |
        |---|---|---|---|---|---|---|
        %s
        """
        .formatted(
            samples.size(),
            tests,
            samples.stream().map(ConformancePageTest::row).collect(Collectors.joining("\n")));
  }

  private static String row(Sample sample) {
    return Arrays.stream(Operation.values())
        .map(operation -> sample.allows(operation) ? "yes" : sample.reason(operation))
        .collect(Collectors.joining(" | ", "| " + sample.name + " | ", " |"));
  }
}
