package uz.yagona.engine.parse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tells what a deployed file is and, for files that are neither BPMN nor DMN, its id. */
public final class ResourceIds {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ResourceIds() {}

  /** The kinds of deployed files. */
  public enum Kind {
    BPMN,
    DMN,
    FORM,
    OTHER
  }

  /** The name under which versions of a file belong together. */
  public record ResourceId(String id, @Nullable String versionTag) {}

  /** By the end of the file's name. */
  public static Kind kindOf(String resourceName) {
    var name = resourceName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".bpmn") || name.endsWith(".xml")) {
      return Kind.BPMN;
    }
    if (name.endsWith(".dmn")) {
      return Kind.DMN;
    }
    return name.endsWith(".form") ? Kind.FORM : Kind.OTHER;
  }

  /**
   * A form's id: {@code id} of a form-js file, {@code key} of a Flowable one.
   *
   * @throws InvalidModelException when the file is not a JSON object with an id, or holds fields
   *     that are none
   */
  public static ResourceId formId(String resourceName, byte[] content) {
    var form = object(resourceName, content);
    var id = text(form, "id");
    if (id == null) {
      id = text(form, "key");
    }
    if (id == null) {
      throw fault(resourceName, "Expected a form with an 'id' or 'key', but it has neither");
    }
    var faults = FormFaults.in(form);
    if (!faults.isEmpty()) {
      throw new InvalidModelException(
          faults.stream().map(each -> "%s: %s".formatted(resourceName, each)).toList());
    }
    return new ResourceId(id, text(form, "versionTag"));
  }

  /**
   * The id inside an {@code .rpa} script; any other file is known by its name.
   *
   * @throws InvalidModelException when a script is not a JSON object with an id
   */
  public static ResourceId otherId(String resourceName, byte[] content) {
    if (!resourceName.toLowerCase(Locale.ROOT).endsWith(".rpa")) {
      return new ResourceId(resourceName, null);
    }
    var script = object(resourceName, content);
    var id = text(script, "id");
    if (id == null) {
      throw fault(resourceName, "Expected a script with an 'id', but it has none");
    }
    return new ResourceId(id, text(script, "versionTag"));
  }

  private static Map<?, ?> object(String resourceName, byte[] content) {
    try {
      if (JSON.readValue(content, Object.class) instanceof Map<?, ?> object) {
        return object;
      }
    } catch (JacksonException e) {
      throw fault(resourceName, "Expected JSON, but " + e.getOriginalMessage());
    }
    throw fault(resourceName, "Expected a JSON object, but it is another value");
  }

  private static @Nullable String text(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text && !text.isBlank() ? text : null;
  }

  private static InvalidModelException fault(String resourceName, String fault) {
    return new InvalidModelException(List.of("%s: %s".formatted(resourceName, fault)));
  }
}
