package uz.yagona.gateway.expression;

import io.camunda.client.protocol.rest.ExpressionEvaluationRequest;
import io.camunda.client.protocol.rest.ExpressionEvaluationResult;
import io.camunda.client.protocol.rest.ExpressionEvaluationWarningItem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uz.yagona.engine.query.Expressions;
import uz.yagona.gateway.access.PermissionType;
import uz.yagona.gateway.access.Requires;
import uz.yagona.gateway.access.ResourceType;
import uz.yagona.gateway.json.Values;

/** Evaluates an expression on its own, for designers. */
@Requires(resource = ResourceType.EXPRESSION, permission = PermissionType.EVALUATE)
@RestController("gatewayExpressionController")
final class ExpressionController {
  private final Expressions expressions;

  ExpressionController(Expressions expressions) {
    this.expressions = expressions;
  }

  @PostMapping("/v2/expression/evaluation")
  ExpressionEvaluationResult evaluate(@RequestBody ExpressionEvaluationRequest body) {
    Values.onlyDefaultTenant(body.getTenantId());
    var expression = Values.required("expression", body.getExpression());
    var outcome = expressions.evaluate(expression, Values.variables(body.getVariables()));
    return new ExpressionEvaluationResult()
        .expression(expression)
        .result(outcome.value())
        .warnings(
            outcome.warnings().stream()
                .map(warning -> new ExpressionEvaluationWarningItem().message(warning))
                .toList());
  }
}
