package uz.yagona.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One flat JSON object on one line: texts and whole numbers, no nesting; anything else is refused.
 */
public final class JsonLine {
  private static final int HEX = 16;
  private static final int ESCAPE = 4;

  private final String line;
  private int at;

  private JsonLine(String line) {
    this.line = line;
  }

  /** Texts are quoted, numbers stand as they are. */
  public static String write(Map<String, ?> values) {
    return values.entrySet().stream()
        .map(
            value ->
                quoted(value.getKey())
                    + ":"
                    + (value.getValue() instanceof Number
                        ? value.getValue().toString()
                        : quoted(value.getValue().toString())))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /**
   * Numbers come back as they were written.
   *
   * @throws IllegalArgumentException when it is no such object, or names something twice
   */
  public static Map<String, String> read(String line) {
    return new JsonLine(line).object();
  }

  private Map<String, String> object() {
    var values = new LinkedHashMap<String, String>();
    take('{');
    do {
      var name = text();
      take(':');
      if (values.put(name, peek() == '"' ? text() : number()) != null) {
        throw wrong("each name once, but found " + name + " again");
      }
    } while (takeIf(','));
    take('}');
    if (at != line.length()) {
      throw wrong("the end of the line");
    }
    return values;
  }

  private String number() {
    var start = at;
    while (Character.isDigit(peek())) {
      at++;
    }
    if (start == at) {
      throw wrong("a text or a whole number");
    }
    return line.substring(start, at);
  }

  private String text() {
    take('"');
    var text = new StringBuilder();
    while (peek() != '"') {
      var next = line.charAt(at++);
      text.append(next == '\\' ? escaped() : next);
    }
    at++;
    return text.toString();
  }

  private char escaped() {
    var kind = peek();
    at++;
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unicode();
      default -> throw wrong("an escape of JSON");
    };
  }

  private char unicode() {
    if (at + ESCAPE > line.length()) {
      throw wrong("four hexadecimal digits");
    }
    at += ESCAPE;
    return (char) Integer.parseInt(line, at - ESCAPE, at, HEX);
  }

  private char peek() {
    if (at >= line.length()) {
      throw wrong("more text");
    }
    return line.charAt(at);
  }

  private void take(char wanted) {
    if (peek() != wanted) {
      throw wrong("'" + wanted + "'");
    }
    at++;
  }

  private boolean takeIf(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  private IllegalArgumentException wrong(String wanted) {
    return new IllegalArgumentException(
        "Expected %s at character %d of the line, but found something else".formatted(wanted, at));
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var next = text.charAt(i);
      if (next == '"' || next == '\\') {
        quoted.append('\\').append(next);
      } else if (next < ' ') {
        quoted.append("\\u%04x".formatted((int) next));
      } else {
        quoted.append(next);
      }
    }
    return quoted.append('"').toString();
  }
}
