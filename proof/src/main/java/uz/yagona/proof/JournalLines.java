package uz.yagona.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The journal as JSON lines: one per entry and one per checkpoint, each with the key {@code line}
 * first.
 */
public final class JournalLines {
  private JournalLines() {}

  public static String entry(Entry entry) {
    return JsonLine.write(fields(entry));
  }

  public static String checkpoint(Checkpoint checkpoint) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("line", "checkpoint");
    fields.put("firstSeq", checkpoint.firstSeq());
    fields.put("seq", checkpoint.seq());
    fields.put("headHash", Digests.hex(checkpoint.headHash()));
    fields.put("treeHash", Digests.hex(checkpoint.treeHash()));
    fields.put("previous", Digests.hex(checkpoint.previous()));
    var token = checkpoint.token();
    if (token != null) {
      fields.put("token", Base64.getEncoder().encodeToString(token));
    }
    return JsonLine.write(fields);
  }

  /** Links and checkpoints in the order of the file, and the lines that are neither. */
  public record Content(List<Link> links, List<Checkpoint> checkpoints, List<Finding> unreadable) {}

  /** Reads a whole journal. */
  public static Content read(Stream<String> lines) {
    var content = new Content(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var number = new AtomicLong();
    lines.forEach(line -> add(content, line, number.incrementAndGet()));
    return content;
  }

  private static void add(Content content, String line, long number) {
    try {
      var fields = JsonLine.read(line);
      if ("checkpoint".equals(fields.get("line"))) {
        content.checkpoints().add(checkpoint(fields));
      } else {
        content.links().add(Link.of(entry(fields)));
      }
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      content.unreadable().add(Finding.at(Finding.Kind.UNREADABLE, number, text(e)));
    }
  }

  private static String text(RuntimeException e) {
    return "this line of the file cannot be read: " + e.getMessage();
  }

  private static Map<String, Object> fields(Entry entry) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("line", "entry");
    fields.put("seq", entry.seq());
    fields.put("at", entry.at().toString());
    fields.put("actor", entry.actor());
    fields.put("action", entry.action());
    fields.put("object", entry.object());
    fields.put("detail", entry.detail());
    var subject = entry.subject();
    if (subject != null) {
      fields.put("subject", subject);
    }
    fields.put("prevHash", Digests.hex(entry.prevHash()));
    fields.put("hash", Digests.hex(entry.hash()));
    return fields;
  }

  static Entry entry(Map<String, String> fields) {
    return new Entry(
        Long.parseLong(must(fields, "seq")),
        Instant.parse(must(fields, "at")),
        must(fields, "actor"),
        must(fields, "action"),
        must(fields, "object"),
        must(fields, "detail"),
        fields.get("subject"),
        Digests.ofHex(must(fields, "prevHash")),
        Digests.ofHex(must(fields, "hash")));
  }

  static Checkpoint checkpoint(Map<String, String> fields) {
    var token = fields.get("token");
    return new Checkpoint(
        Long.parseLong(must(fields, "firstSeq")),
        Long.parseLong(must(fields, "seq")),
        Digests.ofHex(must(fields, "headHash")),
        Digests.ofHex(must(fields, "treeHash")),
        Digests.ofHex(must(fields, "previous")),
        token == null ? null : Base64.getDecoder().decode(token));
  }

  static String must(Map<String, String> fields, String name) {
    var value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Expected " + name + ", but it is missing");
    }
    return value;
  }
}
