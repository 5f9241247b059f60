package uz.yagona.portal.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the engine's answer to a faulty model apart, so that each finding leads to its element. */
final class Rejection {
  private static final Pattern ELEMENT = Pattern.compile("Element: (\\S+)");
  private static final Pattern QUOTED = Pattern.compile("'([A-Za-z_][A-Za-z0-9_.-]*)'");

  /**
   * One finding.
   *
   * @param elementId {@code null} when the answer names none
   */
  record Finding(@Nullable String elementId, String message) {}

  private Rejection() {}

  /** Findings of {@code detail}, at least one. */
  static List<Finding> findings(String detail) {
    var findings = new ArrayList<Finding>();
    String element = null;
    for (var line : detail.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
      Matcher named = ELEMENT.matcher(line);
      if (named.find()) {
        element = named.group(1);
      } else if (line.startsWith("- ERROR") || line.startsWith("ERROR:")) {
        findings.add(new Finding(element, line.replaceFirst("^-?\\s*ERROR:?\\s*", "")));
      }
    }
    if (findings.isEmpty()) {
      var quoted = QUOTED.matcher(detail);
      findings.add(new Finding(quoted.find() ? quoted.group(1) : null, detail));
    }
    return List.copyOf(findings);
  }
}
