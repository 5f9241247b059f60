package uz.yagona.engine.state;

import org.jspecify.annotations.Nullable;
import uz.yagona.engine.api.Variables;

/** A named value in a scope. */
public final class Variable extends Row {
  private final ElementInstance scope;
  private final String name;
  private final Cell<String> json;
  private @Nullable String parsedJson;
  private @Nullable Object parsed;

  public Variable(long key, ElementInstance scope, String name, String json) {
    super(key);
    this.scope = scope;
    this.name = name;
    this.json = cell(json);
  }

  public ElementInstance scope() {
    return scope;
  }

  public String name() {
    return name;
  }

  public String json() {
    return json.get();
  }

  public void json(String text) {
    json.set(text);
  }

  /** The plain JSON value; callers must not change it. */
  public @Nullable Object value() {
    var text = json.get();
    if (!text.equals(parsedJson)) {
      parsed = Variables.valueOfJson(text);
      parsedJson = text;
    }
    return parsed;
  }
}
