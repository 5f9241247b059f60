package uz.yagona.bench;

import io.camunda.zeebe.model.bpmn.Bpmn;

/** The processes of the workloads; the id is the process id and the job type. */
final class Models {
  private Models() {}

  static String serviceTasks(String id, int count) {
    var builder = Bpmn.createExecutableProcess(id).startEvent("start").done();
    var last =
        (io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder<?, ?>)
            ((io.camunda.zeebe.model.bpmn.instance.StartEvent) builder.getModelElementById("start"))
                .builder();
    for (var i = 0; i < count; i++) {
      last = last.serviceTask("task-" + i, task -> task.zeebeJobType(id));
    }
    return Bpmn.convertToString(last.endEvent("end").done());
  }

  static String fork(String id, int branches) {
    var fork = Bpmn.createExecutableProcess(id).startEvent("start").parallelGateway("fork");
    var model =
        fork.serviceTask("task-0", task -> task.zeebeJobType(id))
            .parallelGateway("join")
            .endEvent("end")
            .done();
    for (var i = 1; i < branches; i++) {
      fork.serviceTask("task-" + i, task -> task.zeebeJobType(id)).connectTo("join");
    }
    return Bpmn.convertToString(model);
  }

  /** A user task of {@code group}, due at {@code due}. */
  static String userTask(String id) {
    return Bpmn.convertToString(
        Bpmn.createExecutableProcess(id)
            .startEvent()
            .userTask("check")
            .zeebeUserTask()
            .zeebeCandidateGroupsExpression("[group]")
            .zeebeDueDateExpression("due")
            .endEvent()
            .done());
  }

  static String message(String id) {
    return Bpmn.convertToString(
        Bpmn.createExecutableProcess(id)
            .startEvent()
            .intermediateCatchEvent("wait")
            .message(message -> message.name(id).zeebeCorrelationKeyExpression("key"))
            .endEvent()
            .done());
  }

  static String timer(String id) {
    return Bpmn.convertToString(
        Bpmn.createExecutableProcess(id)
            .startEvent()
            .intermediateCatchEvent("wait")
            .timerWithDateExpression("due")
            .endEvent()
            .done());
  }
}
