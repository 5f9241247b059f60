package uz.yagona.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Writes docs/api-coverage.md from what the tests of this module call: a command of the official
 * client is supported when a test uses it. {@code -Dapi-coverage.write=true} writes the file.
 */
class ApiCoverageTest {
  private static final Path PAGE = Path.of("../docs/api-coverage.md");
  private static final Pattern CALL = Pattern.compile("\\.\\s*(new[A-Z]\\w+)\\(");

  /** Commands that do less than the documentation says. */
  private static final Map<String, String> PARTLY =
      Map.of(
          "newCreateTenantCommand",
          "answered with 501: the data of tenants is not kept apart",
          "newPinClockCommand",
          "only with `yagona.gateway.clock-control=true`",
          "newResetClockCommand",
          "only with `yagona.gateway.clock-control=true`");

  @Test
  void shouldNameEveryCommandOfTheClient() throws IOException {
    var page = page();
    if (Boolean.getBoolean("api-coverage.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("written with -Dapi-coverage.write=true").content().isEqualTo(page);
  }

  private static String page() throws IOException {
    var called = called();
    var rows = new StringBuilder();
    var partly = 0;
    for (var command : commands()) {
      assertThat(called).as("commands that a test uses").contains(command);
      var remark = PARTLY.getOrDefault(command, "");
      partly += remark.isEmpty() ? 0 : 1;
      rows.append(
          "| `%s` | %s | %s |\n"
              .formatted(command, remark.isEmpty() ? "supported" : "partly", remark));
    }
    return """
        # What of the Camunda 8 API is there

        Written by `ApiCoverageTest` from the tests that use each command of the official Java client %s: %d commands
        are supported, %d partly. Commands that both protocols know are tested over REST and over gRPC. What else the
        documentation knows is answered with 501 and a sentence, never with a success.

        | command of the client | state | remark |
        |---|---|---|
        %s"""
        .formatted("8.9", commands().size() - partly, partly, rows);
  }

  private static TreeSet<String> commands() {
    return Arrays.stream(CamundaClient.class.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .map(Method::getName)
        .filter(name -> name.startsWith("new"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> called() throws IOException {
    var called = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/test/java/uz/yagona/gateway"), 1)) {
      for (var file : files.filter(each -> each.toString().endsWith("IT.java")).toList()) {
        CALL.matcher(Files.readString(file)).results().forEach(call -> called.add(call.group(1)));
      }
    }
    return called;
  }
}
