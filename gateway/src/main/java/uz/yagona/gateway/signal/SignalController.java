package uz.yagona.gateway.signal;

import io.camunda.client.protocol.rest.ConditionalEvaluationInstruction;
import io.camunda.client.protocol.rest.EvaluateConditionalResult;
import io.camunda.client.protocol.rest.ProcessInstanceReference;
import io.camunda.client.protocol.rest.SignalBroadcastRequest;
import io.camunda.client.protocol.rest.SignalBroadcastResult;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.api.EventCommand.BroadcastSignal;
import uz.yagona.engine.api.EventCommand.EvaluateConditional;
import uz.yagona.engine.api.EventCommand.EvaluatedConditional;
import uz.yagona.gateway.access.ChecksRights;
import uz.yagona.gateway.command.Commands;
import uz.yagona.gateway.json.Values;

/** Broadcasts signals and evaluates conditional start events. */
@ChecksRights
@RestController("gatewaySignalController")
@RequestMapping("/v2")
final class SignalController {
  private final Commands commands;

  SignalController(Commands commands) {
    this.commands = commands;
  }

  @PostMapping("/signals/broadcast")
  CompletableFuture<SignalBroadcastResult> broadcast(@RequestBody SignalBroadcastRequest body) {
    Values.onlyDefaultTenant(body.getTenantId());
    var command =
        new BroadcastSignal(
            Values.required("signalName", body.getSignalName()),
            Values.variables(body.getVariables()));
    return commands
        .submit(command)
        .thenApply(
            signal ->
                new SignalBroadcastResult()
                    .signalKey(Values.text(signal.signalKey()))
                    .tenantId(Values.TENANT));
  }

  @PostMapping("/conditionals/evaluation")
  CompletableFuture<EvaluateConditionalResult> evaluate(
      @RequestBody ConditionalEvaluationInstruction body) {
    Values.onlyDefaultTenant(body.getTenantId());
    var command =
        new EvaluateConditional(
            Values.variables(body.getVariables()),
            Values.optionalKey("processDefinitionKey", body.getProcessDefinitionKey()));
    return commands.submit(command).thenApply(SignalController::answer);
  }

  private static EvaluateConditionalResult answer(EvaluatedConditional evaluated) {
    return new EvaluateConditionalResult()
        .conditionalEvaluationKey(Values.text(evaluated.evaluationKey()))
        .tenantId(Values.TENANT)
        .processInstances(
            evaluated.instances().stream()
                .map(
                    instance ->
                        new ProcessInstanceReference()
                            .processDefinitionKey(Values.text(instance.processDefinitionKey()))
                            .processInstanceKey(Values.text(instance.processInstanceKey())))
                .toList());
  }
}
