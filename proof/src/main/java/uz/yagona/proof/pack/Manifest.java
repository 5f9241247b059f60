package uz.yagona.proof.pack;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uz.yagona.proof.JsonLine;

/**
 * What is in a pack, as JSON lines: one of the pack, one per file, one per file that was withheld.
 *
 * @param isSealed whether a seal belongs to it
 */
public record Manifest(Head head, List<Listed> files, List<Listed> withheld, boolean isSealed) {
  /** Name of the manifest in the pack. */
  public static final String NAME = "manifest.jsonl";

  /** Name of the timestamp (RFC 3161, DER) over the manifest. */
  public static final String TIMESTAMP = "manifest.tsr";

  /** Name of the organisation's seal (CAdES-B-T, DER) over the manifest. */
  public static final String SEAL = "manifest.p7s";

  /** Files below this folder are PDF documents whose signatures are checked. */
  public static final String DOCUMENTS = "documents/";

  /** Entries of the journal with their proof; see {@link uz.yagona.proof.JournalExcerpt}. */
  public static final String JOURNAL = "journal/entries.jsonl";

  private static final String FORMAT = "yagona-evidence/2";
  private static final String UNSEALED_FORMAT = "yagona-evidence/1";

  /**
   * What the pack is.
   *
   * @param kind {@code case}, {@code own-data} or {@code erasure}
   * @param object what it is about, as {@code request:<id>}
   * @param by who made it
   * @param purpose code of why
   */
  public record Head(String kind, String object, Instant madeAt, String by, String purpose) {}

  /**
   * A file.
   *
   * @param sha256 hexadecimal
   * @param why code of why it was withheld; empty for a file that is there
   */
  public record Listed(String name, long size, String sha256, String why) {}

  byte[] bytes() {
    var lines = new ArrayList<Map<String, ?>>();
    lines.add(headLine());
    files.forEach(file -> lines.add(line("file", file)));
    withheld.forEach(file -> lines.add(line("withheld", file)));
    var text = new StringBuilder();
    lines.forEach(line -> text.append(JsonLine.write(line)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> headLine() {
    var line = new LinkedHashMap<String, Object>();
    line.put("line", "pack");
    line.put("format", isSealed ? FORMAT : UNSEALED_FORMAT);
    line.put("kind", head.kind());
    line.put("object", head.object());
    line.put("madeAt", head.madeAt().toString());
    line.put("by", head.by());
    line.put("purpose", head.purpose());
    return line;
  }

  private static Map<String, Object> line(String kind, Listed file) {
    var line = new LinkedHashMap<String, Object>();
    line.put("line", kind);
    line.put("name", file.name());
    line.put("size", file.size());
    line.put("sha256", file.sha256());
    if (!file.why().isEmpty()) {
      line.put("why", file.why());
    }
    return line;
  }

  /**
   * @throws IllegalArgumentException when it is no manifest of this format
   */
  static Manifest read(byte[] bytes) {
    Head head = null;
    var isSealed = false;
    var files = new ArrayList<Listed>();
    var withheld = new ArrayList<Listed>();
    for (var text : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
      var line = JsonLine.read(text);
      switch (must(line, "line")) {
        case "pack" -> {
          head = head(line);
          isSealed = FORMAT.equals(line.get("format"));
        }
        case "file" -> files.add(listed(line));
        case "withheld" -> withheld.add(listed(line));
        default ->
            throw new IllegalArgumentException(
                "Expected a line of pack, file or withheld, but found " + line.get("line"));
      }
    }
    if (head == null) {
      throw new IllegalArgumentException("Expected a line of the pack, but it is missing");
    }
    return new Manifest(head, List.copyOf(files), List.copyOf(withheld), isSealed);
  }

  private static Head head(Map<String, String> line) {
    if (!Set.of(FORMAT, UNSEALED_FORMAT).contains(must(line, "format"))) {
      throw new IllegalArgumentException(
          "Expected format %s, but found %s".formatted(FORMAT, line.get("format")));
    }
    return new Head(
        must(line, "kind"),
        must(line, "object"),
        Instant.parse(must(line, "madeAt")),
        must(line, "by"),
        must(line, "purpose"));
  }

  private static Listed listed(Map<String, String> line) {
    return new Listed(
        must(line, "name"),
        Long.parseLong(must(line, "size")),
        must(line, "sha256"),
        line.getOrDefault("why", ""));
  }

  private static String must(Map<String, String> line, String name) {
    var value = line.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Expected %s, but it is missing".formatted(name));
    }
    return value;
  }
}
