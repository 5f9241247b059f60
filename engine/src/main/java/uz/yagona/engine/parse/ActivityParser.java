package uz.yagona.engine.parse;

import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.ScriptTask;
import io.camunda.zeebe.model.bpmn.instance.SendTask;
import io.camunda.zeebe.model.bpmn.instance.Task;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebePublishMessage;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;
import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Expression;
import uz.yagona.engine.feel.References;
import uz.yagona.engine.model.Activity;
import uz.yagona.engine.model.ActivityTraits;
import uz.yagona.engine.model.DecisionTask;
import uz.yagona.engine.model.ElementTraits;
import uz.yagona.engine.model.JobTask;
import uz.yagona.engine.model.MultiInstance;
import uz.yagona.engine.model.PlainTask;

/** Reads tasks, call activities and what makes activities repeat. */
final class ActivityParser {

  private final Expressions expressions;
  private final ExtensionParser extensions;
  private final EventParser events;
  private final UserTaskParser userTasks;
  private final Faults faults;

  ActivityParser(
      Expressions expressions, ExtensionParser extensions, EventParser events, Faults faults) {
    this.expressions = expressions;
    this.extensions = extensions;
    this.events = events;
    this.userTasks = new UserTaskParser(expressions, extensions);
    this.faults = faults;
  }

  Activity task(Task task, ElementTraits traits, ActivityTraits activity) {
    if (task instanceof UserTask userTask) {
      return userTasks.parse(userTask, traits, activity);
    }
    if (task instanceof ReceiveTask receive) {
      var message = events.caughtMessage(receive, receive.getMessage());
      return new uz.yagona.engine.model.ReceiveTask(traits, activity, message);
    }
    var job = extensions.taskDefinition(task);
    if (job != null) {
      return new JobTask(traits, activity, job);
    }
    if (task instanceof SendTask send) {
      return send(send, traits, activity);
    }
    if (task instanceof BusinessRuleTask rule) {
      return decision(rule, traits, activity);
    }
    if (task instanceof ScriptTask script) {
      return script(script, traits, activity);
    }
    return new PlainTask(traits, activity);
  }

  private Activity send(SendTask task, ElementTraits traits, ActivityTraits activity) {
    var published = ExtensionParser.find(task, ZeebePublishMessage.class);
    if (published == null) {
      faults.add(task, "Expected a task definition or a message to publish, but there is neither");
      return new PlainTask(traits, activity);
    }
    return new uz.yagona.engine.model.SendTask(
        traits, activity, events.publishedMessage(task, task.getMessage(), published));
  }

  private Activity decision(BusinessRuleTask task, ElementTraits traits, ActivityTraits activity) {
    var decision = ExtensionParser.find(task, ZeebeCalledDecision.class);
    if (decision == null) {
      return new PlainTask(traits, activity);
    }
    return new DecisionTask(
        traits,
        activity,
        expressions.required(task, "a decision id", decision.getDecisionId()),
        ExtensionParser.binding(decision.getBindingType(), decision.getVersionTag()),
        extensions.text(task, "a result variable", decision.getResultVariable()));
  }

  private Activity script(ScriptTask task, ElementTraits traits, ActivityTraits activity) {
    var script = ExtensionParser.find(task, ZeebeScript.class);
    if (script == null) {
      return new PlainTask(traits, activity);
    }
    return new uz.yagona.engine.model.ScriptTask(
        traits,
        activity,
        expressions.feel(task, "a script", script.getExpression()),
        extensions.text(task, "a result variable", script.getResultVariable()));
  }

  Activity call(CallActivity call, ElementTraits traits, ActivityTraits activity) {
    var called = ExtensionParser.find(call, ZeebeCalledElement.class);
    if (called == null) {
      faults.add(call, "Expected a called element, but there is none");
      return new PlainTask(traits, activity);
    }
    return new uz.yagona.engine.model.CallActivity(
        traits,
        activity,
        expressions.required(call, "a process id", called.getProcessId()),
        ExtensionParser.binding(called.getBindingType(), called.getVersionTag()),
        called.isPropagateAllParentVariablesEnabled(),
        called.isPropagateAllChildVariablesEnabled());
  }

  /** How the activity repeats; {@code null} if it runs once. */
  @Nullable MultiInstance multiInstance(io.camunda.zeebe.model.bpmn.instance.Activity element) {
    var characteristics = element.getLoopCharacteristics();
    if (characteristics == null) {
      return null;
    }
    if (!(characteristics instanceof MultiInstanceLoopCharacteristics loop)) {
      faults.add(element, "Expected a multi-instance marker, but it is a standard loop");
      return null;
    }
    var zeebe = loop.getSingleExtensionElement(ZeebeLoopCharacteristics.class);
    if (zeebe == null) {
      faults.add(element, "Expected an input collection to loop over, but there is none");
      return null;
    }
    var condition = loop.getCompletionCondition();
    var output = outputElement(element, zeebe);
    return new MultiInstance(
        loop.isSequential(),
        expressions.feel(element, "an input collection", zeebe.getInputCollection()),
        blankToNull(zeebe.getInputElement()),
        blankToNull(zeebe.getOutputCollection()),
        output,
        References.variable(output),
        condition == null
            ? null
            : expressions.optionalFeel(
                element, "a completion condition", condition.getTextContent()));
  }

  private @Nullable Expression outputElement(
      io.camunda.zeebe.model.bpmn.instance.Activity element, ZeebeLoopCharacteristics zeebe) {
    return expressions.optionalFeel(element, "an output element", zeebe.getOutputElement());
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
