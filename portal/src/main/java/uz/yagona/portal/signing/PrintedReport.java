package uz.yagona.portal.signing;

import java.time.Instant;
import java.util.List;

/**
 * Facts to be printed; every word is the caller's. See {@code POST /signing/reports}.
 *
 * @param language BCP 47 tag
 * @param author the body that issues it
 * @param identifier stands at the foot of each page
 */
public record PrintedReport(
    String language,
    String title,
    String subtitle,
    String author,
    String identifier,
    Instant madeAt,
    List<Row> facts,
    List<Section> sections) {

  /** A label and its value. */
  public record Row(String label, String value) {}

  /**
   * A part below its heading.
   *
   * @param text paragraphs, one a line; may be empty
   */
  public record Section(String heading, String text, List<Row> rows) {}
}
