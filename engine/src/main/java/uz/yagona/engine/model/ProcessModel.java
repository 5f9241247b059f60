package uz.yagona.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One executable process.
 *
 * @param elements every element by id, the process itself included
 * @param flows every sequence flow by id
 * @param embeddedForms JSON of the forms inside the model ({@code zeebe:userTaskForm}) by id
 */
public record ProcessModel(
    String id,
    @Nullable String name,
    @Nullable String versionTag,
    ProcessRoot root,
    Map<String, Element> elements,
    Map<String, SequenceFlow> flows,
    Map<String, String> embeddedForms) {

  /** The element with this id; throws {@link IllegalArgumentException} if the process has none. */
  public Element element(String elementId) {
    var element = elements.get(elementId);
    if (element == null) {
      throw new IllegalArgumentException(
          "Expected element '%s' in process '%s', but there is none".formatted(elementId, id));
    }
    return element;
  }

  /** The element with this id as an activity; throws {@link ClassCastException} if it is none. */
  public Activity activity(String elementId) {
    return (Activity) element(elementId);
  }

  /** The scope around an element; {@code null} for the process. */
  public @Nullable Scope scopeOf(Element element) {
    var scopeId = element.scopeId();
    return scopeId == null ? null : (Scope) element(scopeId);
  }

  /** The element a sequence flow leads to. */
  public Element target(SequenceFlow flow) {
    return element(flow.targetId());
  }
}
