package uz.yagona.forms.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One HTML element under construction; every attribute and text is escaped, there is no way around
 * it.
 */
final class Element {
  private static final Set<String> VOID = Set.of("input", "hr", "br");

  private final String tag;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final StringBuilder content = new StringBuilder();

  private Element(String tag) {
    this.tag = tag;
  }

  static Element of(String tag) {
    return new Element(tag);
  }

  static Element of(String tag, String cssClass) {
    return new Element(tag).with("class", cssClass);
  }

  /** Sets an attribute; {@code null} leaves it out. */
  Element with(String name, @Nullable Object value) {
    if (value != null) {
      attributes.put(name, value.toString());
    }
    return this;
  }

  /** Sets an attribute without a value. */
  Element flag(String name, boolean isOn) {
    return isOn ? with(name, "") : this;
  }

  /** Adds a class when {@code isOn}. */
  Element mark(String cssClass, boolean isOn) {
    if (isOn) {
      attributes.merge("class", cssClass, (before, more) -> before + " " + more);
    }
    return this;
  }

  Element text(String text) {
    escape(text, content);
    return this;
  }

  Element add(@Nullable Element child) {
    if (child != null) {
      child.writeTo(content);
    }
    return this;
  }

  Element addAll(Collection<Element> children) {
    children.forEach(this::add);
    return this;
  }

  boolean isEmpty() {
    return content.isEmpty();
  }

  boolean isTag(String name) {
    return tag.equals(name);
  }

  String html() {
    var html = new StringBuilder();
    writeTo(html);
    return html.toString();
  }

  private void writeTo(StringBuilder html) {
    html.append('<').append(tag);
    attributes.forEach(
        (name, value) -> {
          html.append(' ').append(name);
          if (!value.isEmpty() || name.equals("value")) {
            html.append("=\"");
            escape(value, html);
            html.append('"');
          }
        });
    html.append('>');
    if (!VOID.contains(tag)) {
      html.append(content).append("</").append(tag).append('>');
    }
  }

  private static void escape(String text, StringBuilder html) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
