package uz.yagona.signing.render;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.signing.Language;

/**
 * A page of facts whose words the caller chose; nobody signs it.
 *
 * @param language BCP 47 tag of all its words
 * @param author the body that issues it
 * @param identifier printed at the foot of each page
 */
record Report(
    String language,
    String title,
    String subtitle,
    String author,
    String identifier,
    Instant madeAt,
    List<Row> facts,
    List<Section> sections) {
  private static final int MOST_SECTIONS = 50;
  private static final int MOST_ROWS = 2000;
  private static final int LONGEST_TEXT = 20_000;

  /** A label and its value. */
  record Row(String label, String value) {}

  /**
   * A part below its heading.
   *
   * @param text paragraphs, one a line; may be empty
   * @param rows may be empty
   */
  record Section(String heading, String text, List<Row> rows) {}

  /**
   * Refuses what cannot be printed.
   *
   * @throws IllegalArgumentException when something is missing or there is too much of it
   */
  void requirePrintable() {
    Language.of(must(language, "language"));
    must(title, "title");
    must(subtitle, "subtitle");
    must(author, "author");
    must(identifier, "identifier");
    must(madeAt, "madeAt");
    must(facts, "facts").forEach(Report::requireWords);
    if (must(sections, "sections").size() > MOST_SECTIONS) {
      throw new IllegalArgumentException(
          "Expected at most %d sections, but found %d".formatted(MOST_SECTIONS, sections.size()));
    }
    var rows = facts.size();
    for (var section : sections) {
      must(section.heading(), "heading");
      if (must(section.text(), "text").length() > LONGEST_TEXT) {
        throw new IllegalArgumentException(
            "Expected a text of at most %d characters, but it has %d"
                .formatted(LONGEST_TEXT, section.text().length()));
      }
      must(section.rows(), "rows").forEach(Report::requireWords);
      rows += section.rows().size();
    }
    if (rows > MOST_ROWS) {
      throw new IllegalArgumentException(
          "Expected at most %d rows, but found %d".formatted(MOST_ROWS, rows));
    }
  }

  private static void requireWords(Row row) {
    must(row.label(), "label");
    if (must(row.value(), "value").length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "Expected a value of at most %d characters, but it has %d"
              .formatted(LONGEST_TEXT, row.value().length()));
    }
  }

  /** JSON may lack any member. */
  private static <T> T must(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("Expected member '%s', but it is missing".formatted(name));
    }
    return value;
  }
}
