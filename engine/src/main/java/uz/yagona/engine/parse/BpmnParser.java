package uz.yagona.engine.parse;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.validation.ValidationVisitor;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.validation.ValidationResultType;
import uz.yagona.engine.feel.Feel;
import uz.yagona.engine.model.ProcessModel;

/** Reads and checks BPMN files. */
public final class BpmnParser {

  private final Feel feel;

  public BpmnParser(Feel feel) {
    this.feel = feel;
  }

  /**
   * The executable processes of a file, in its order.
   *
   * @throws InvalidModelException with every fault found
   */
  public List<ProcessModel> parse(String resourceName, byte[] xml) {
    var faults = new Faults(resourceName);
    try {
      var model = read(xml, faults);
      checkDesign(model, faults);
      faults.throwIfAny();
      var processes = new ArrayList<ProcessModel>();
      for (var process : model.getModelElementsByType(Process.class)) {
        if (process.isExecutable()) {
          processes.add(new ProcessParser(process, feel, faults).parse());
        }
      }
      faults.throwIfAny();
      return List.copyOf(processes);
    } catch (StackOverflowError deep) {
      faults.add("Expected a model of moderate depth, but it is nested too deeply");
      faults.throwIfAny();
      throw deep;
    }
  }

  private static BpmnModelInstance read(byte[] xml, Faults faults) {
    try {
      return Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
    } catch (ModelException e) {
      var cause = e.getCause() == null ? e : e.getCause();
      faults.add("Expected BPMN 2.0 XML, but " + cause.getMessage());
      faults.throwIfAny();
      throw e;
    }
  }

  /** The checks of the BPMN model library; what belongs to processes that never run is ignored. */
  private static void checkDesign(BpmnModelInstance model, Faults faults) {
    var visitor = new ValidationVisitor(ZeebeDesignTimeValidators.VALIDATORS);
    new ModelWalker(model).walk(visitor);
    visitor
        .getValidationResult()
        .getResults()
        .forEach(
            (element, results) -> {
              if (isExecuted(element)) {
                results.stream()
                    .filter(result -> result.getType() == ValidationResultType.ERROR)
                    .forEach(result -> faults.add(element, result.getMessage()));
              }
            });
  }

  private static boolean isExecuted(ModelElementInstance element) {
    for (var at = element; at != null; at = at.getParentElement()) {
      if (at instanceof Process process) {
        return process.isExecutable();
      }
    }
    return true;
  }
}
