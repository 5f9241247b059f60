package uz.yagona.gateway.grpc;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.BroadcastSignalResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateConditionalRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.EvaluateConditionalResponse;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ProcessInstanceReference;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import uz.yagona.engine.api.EventCommand.BroadcastSignal;
import uz.yagona.engine.api.EventCommand.BroadcastedSignal;
import uz.yagona.engine.api.EventCommand.EvaluateConditional;
import uz.yagona.engine.api.EventCommand.EvaluatedConditional;
import uz.yagona.engine.api.EventCommand.PublishMessage;
import uz.yagona.engine.api.EventCommand.PublishedMessage;
import uz.yagona.gateway.json.Values;

/** Messages on messages, signals and conditions. */
final class EventMessages {
  private EventMessages() {}

  static PublishMessage message(PublishMessageRequest request) {
    Values.onlyDefaultTenant(request.getTenantId());
    return new PublishMessage(
        Texts.required("name", request.getName()),
        request.getCorrelationKey(),
        Texts.orNull(request.getMessageId()),
        Values.duration("timeToLive", request.getTimeToLive()),
        Texts.variables(request.getVariables()));
  }

  static PublishMessageResponse published(PublishedMessage message) {
    return PublishMessageResponse.newBuilder()
        .setKey(message.messageKey())
        .setTenantId(Values.TENANT)
        .build();
  }

  static BroadcastSignal signal(BroadcastSignalRequest request) {
    Values.onlyDefaultTenant(request.getTenantId());
    return new BroadcastSignal(
        Texts.required("signalName", request.getSignalName()),
        Texts.variables(request.getVariables()));
  }

  static BroadcastSignalResponse broadcast(BroadcastedSignal signal) {
    return BroadcastSignalResponse.newBuilder()
        .setKey(signal.signalKey())
        .setTenantId(Values.TENANT)
        .build();
  }

  static EvaluateConditional conditional(EvaluateConditionalRequest request) {
    Values.onlyDefaultTenant(request.getTenantId());
    return new EvaluateConditional(
        Texts.variables(request.getVariables()),
        request.hasProcessDefinitionKey()
            ? Texts.keyOrNull(request.getProcessDefinitionKey())
            : null);
  }

  static EvaluateConditionalResponse evaluated(EvaluatedConditional evaluated) {
    var response =
        EvaluateConditionalResponse.newBuilder()
            .setConditionalEvaluationKey(evaluated.evaluationKey())
            .setTenantId(Values.TENANT);
    for (var instance : evaluated.instances()) {
      response.addProcessInstances(
          ProcessInstanceReference.newBuilder()
              .setProcessDefinitionKey(instance.processDefinitionKey())
              .setProcessInstanceKey(instance.processInstanceKey()));
    }
    return response.build();
  }
}
