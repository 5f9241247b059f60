package uz.yagona.engine.handler;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.definition.Catalog;
import uz.yagona.engine.definition.Definitions;
import uz.yagona.engine.feel.Expression;
import uz.yagona.engine.model.Binding;
import uz.yagona.engine.model.CallActivity;
import uz.yagona.engine.model.DecisionTask;
import uz.yagona.engine.model.Element;
import uz.yagona.engine.model.FormReference;
import uz.yagona.engine.model.JobTask;
import uz.yagona.engine.model.ProcessModel;
import uz.yagona.engine.model.StartEvent;
import uz.yagona.engine.model.UserTask;

/** What the elements of a process refer to by an id that the model itself gives. */
final class ProcessReferences {
  private ProcessReferences() {}

  /** What is referred to. */
  enum Kind {
    FORM("form"),
    DECISION("decision"),
    PROCESS("process"),
    RESOURCE("resource");

    private final String noun;

    Kind(String noun) {
      this.noun = noun;
    }

    private Catalog<?> in(Definitions definitions) {
      return switch (this) {
        case FORM -> definitions.forms();
        case DECISION -> definitions.decisions();
        case PROCESS -> definitions.processes();
        case RESOURCE -> definitions.resources();
      };
    }
  }

  /**
   * One reference.
   *
   * @param id {@code null} when an expression gives it at run time
   */
  record Reference(String elementId, Kind kind, @Nullable String id, Binding binding) {
    boolean bindsToDeployment() {
      return binding.type() == Binding.Type.DEPLOYMENT;
    }

    /** What is missing, as a sentence; {@code null} when nothing is, or it cannot be known. */
    @Nullable String missing(Definitions definitions, long deploymentKey) {
      if (id == null || kind.in(definitions).bound(id, binding, deploymentKey) != null) {
        return null;
      }
      var where =
          switch (binding.type()) {
            case LATEST -> "none is deployed";
            case DEPLOYMENT -> "none is in this deployment";
            case VERSION_TAG -> "none has version tag '%s'".formatted(binding.versionTag());
          };
      return "Element '%s': Expected a %s with id '%s', but %s"
          .formatted(elementId, kind.noun, id, where);
    }
  }

  static List<Reference> in(ProcessModel model) {
    var references = new ArrayList<Reference>();
    for (var element : model.elements().values()) {
      collect(element, references);
    }
    return references;
  }

  private static void collect(Element element, List<Reference> references) {
    if (element instanceof UserTask task) {
      form(element, task.form(), references);
    } else if (element instanceof StartEvent start) {
      form(element, start.form(), references);
    } else if (element instanceof DecisionTask decision) {
      references.add(of(element, Kind.DECISION, decision.decisionId(), decision.binding()));
    } else if (element instanceof CallActivity call) {
      references.add(of(element, Kind.PROCESS, call.processId(), call.binding()));
    } else if (element instanceof JobTask task) {
      for (var link : task.job().linkedResources()) {
        references.add(
            new Reference(element.id(), Kind.RESOURCE, link.resourceId(), link.binding()));
      }
    }
  }

  private static void form(
      Element element, @Nullable FormReference form, List<Reference> references) {
    if (form != null && form.formId() != null) {
      references.add(of(element, Kind.FORM, form.formId(), form.binding()));
    }
  }

  private static Reference of(Element element, Kind kind, Expression id, Binding binding) {
    return new Reference(element.id(), kind, id.isFixed() ? id.text() : null, binding);
  }
}
