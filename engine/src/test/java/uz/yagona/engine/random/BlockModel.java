package uz.yagona.engine.random;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractActivityBuilder;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.BoundaryEventBuilder;
import io.camunda.zeebe.model.bpmn.builder.EmbeddedSubProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.ExclusiveGatewayBuilder;
import io.camunda.zeebe.model.bpmn.builder.InclusiveGatewayBuilder;
import io.camunda.zeebe.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import io.camunda.zeebe.model.bpmn.builder.StartEventBuilder;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.yagona.engine.random.Block.AdHoc;
import uz.yagona.engine.random.Block.Call;
import uz.yagona.engine.random.Block.Choice;
import uz.yagona.engine.random.Block.Event;
import uz.yagona.engine.random.Block.Guard;
import uz.yagona.engine.random.Block.Leaf;
import uz.yagona.engine.random.Block.Loop;
import uz.yagona.engine.random.Block.Many;
import uz.yagona.engine.random.Block.Paths;
import uz.yagona.engine.random.Block.Scope;
import uz.yagona.engine.random.Block.Sequence;
import uz.yagona.engine.random.Block.Undoable;

/** Writes blocks as BPMN. Every node has an id made from its block's. */
final class BlockModel {
  static final String PROCESS = "random";

  private BlockModel() {}

  /** The process, and those that it calls. */
  static BpmnModelInstance[] of(Block block) {
    return Stream.concat(
            Stream.of(process(PROCESS, "process", block)),
            block
                .all()
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .map(call -> process("process-" + call.id(), call.id() + "_p", call.body())))
        .toArray(BpmnModelInstance[]::new);
  }

  private static BpmnModelInstance process(String id, String prefix, Block block) {
    var start = Bpmn.createExecutableProcess(id).startEvent(prefix + "_s");
    return add(block, start).endEvent(prefix + "_e").done();
  }

  /** Adds the block behind the node; gives its last node. */
  private static AbstractFlowNodeBuilder<?, ?> add(
      Block block, AbstractFlowNodeBuilder<?, ?> from) {
    if (block instanceof Leaf leaf) {
      return leaf(leaf, from);
    }
    if (block instanceof Sequence sequence) {
      var last = from;
      for (var part : sequence.parts()) {
        last = add(part, last);
      }
      return last;
    }
    if (block instanceof Paths paths) {
      return paths(paths, from);
    }
    if (block instanceof Loop loop) {
      return loop(loop, from);
    }
    if (block instanceof Scope scope) {
      return scope(scope, from);
    }
    return block instanceof Many many ? many(many, from) : more(block, from);
  }

  private static AbstractFlowNodeBuilder<?, ?> more(
      Block block, AbstractFlowNodeBuilder<?, ?> from) {
    if (block instanceof Guard guard) {
      return guard(guard, from);
    }
    if (block instanceof Undoable undoable) {
      var task = from.serviceTask(undoable.id()).zeebeJobType(undoable.id());
      var handler = undoable.id() + "_u";
      task.boundaryEvent(undoable.id() + "_b")
          .compensation(c -> c.serviceTask(handler, t -> t.zeebeJobType(handler)));
      return task;
    }
    if (block instanceof Call call) {
      var activity = from.callActivity(call.id()).zeebeProcessId("process-" + call.id());
      return call.bringsAll() ? activity : activity.zeebeOutputExpression("v", "v");
    }
    return block instanceof Choice choice ? choice(choice, from) : adHoc((AdHoc) block, from);
  }

  private static AbstractFlowNodeBuilder<?, ?> choice(
      Choice choice, AbstractFlowNodeBuilder<?, ?> from) {
    var join = choice.id() + "_m";
    var gateway = from.eventBasedGateway(choice.id());
    AbstractFlowNodeBuilder<?, ?> joined = null;
    for (var part : choice.parts()) {
      var last = add(part, gateway);
      joined = joined == null ? last.exclusiveGateway(join) : last.connectTo(join);
    }
    return gateway.moveToNode(join);
  }

  private static AbstractFlowNodeBuilder<?, ?> adHoc(
      AdHoc adHoc, AbstractFlowNodeBuilder<?, ?> from) {
    var ids =
        adHoc.parts().subList(0, adHoc.begun()).stream()
            .map(part -> '"' + part.first().id() + '"')
            .collect(Collectors.joining(", ", "[", "]"));
    return from.adHocSubProcess(
        adHoc.id(),
        inside -> {
          inside.zeebeActiveElementsCollectionExpression(ids);
          inside.cancelRemainingInstances(adHoc.cancels());
          if (adHoc.condition()) {
            inside.completionCondition("=v >= 5");
          }
          adHoc.parts().forEach(part -> add(part, inside));
        });
  }

  private static AbstractFlowNodeBuilder<?, ?> leaf(Leaf leaf, AbstractFlowNodeBuilder<?, ?> from) {
    var id = leaf.id();
    return switch (leaf.kind()) {
      case JOB -> from.serviceTask(id).zeebeJobType(id);
      case MAPPED_JOB -> from.serviceTask(id).zeebeJobType(id).zeebeOutputExpression("r", "v");
      case USER_TASK -> from.userTask(id).zeebeUserTask();
      case MANUAL_TASK -> from.manualTask(id);
      case SCRIPT -> from.scriptTask(id).zeebeExpression("v + 1").zeebeResultVariable("v");
      case TIMER ->
          from.intermediateCatchEvent(id, e -> e.timerWithDurationExpression(delay(leaf.after())));
      case CHECK ->
          from.scriptTask(id)
              .zeebeExpression(
                  "if contains(bad, \"<%s>\") then assert(null, false) else v".formatted(id))
              .zeebeResultVariable("v");
      case MESSAGE ->
          from.intermediateCatchEvent(
              id, e -> e.message(m -> m.name(id).zeebeCorrelationKeyExpression("path")));
      case SIGNAL -> from.intermediateCatchEvent(id, e -> e.signal(name(id)));
      case CONDITION -> from.intermediateCatchEvent(id, e -> e.condition(isTold(id)));
      case ESCALATE_A, ESCALATE_B ->
          from.intermediateThrowEvent(
              id, e -> e.escalation("ESCALATION_" + leaf.kind().name().substring(9)));
      case COMPENSATE -> {
        var event = from.intermediateThrowEvent(id);
        event.compensateEventDefinition().compensateEventDefinitionDone();
        yield event;
      }
    };
  }

  /** Of a signal: another one for each instance of a loop. */
  private static String name(String id) {
    return "=\"%s-\" + path".formatted(id);
  }

  private static String isTold(String id) {
    return "=k = \"%s-\" + path".formatted(id);
  }

  /** Later by as many seconds as {@code shift} says, which differs within loops. */
  private static String delay(Duration after) {
    return "duration(\"PT\" + string(%d + shift) + \"S\")".formatted(after.toSeconds());
  }

  private static AbstractFlowNodeBuilder<?, ?> paths(
      Paths paths, AbstractFlowNodeBuilder<?, ?> from) {
    var join = paths.id() + "_j";
    var split = gateway(paths, from, paths.id() + "_s");
    AbstractFlowNodeBuilder<?, ?> joined = null;
    for (var i = 0; i < paths.parts().size(); i++) {
      condition(paths, split, i);
      var last = add(paths.parts().get(i), split);
      joined = joined == null ? gateway(paths, last, join) : last.connectTo(join);
    }
    return split.moveToNode(join);
  }

  private static AbstractFlowNodeBuilder<?, ?> gateway(
      Paths paths, AbstractFlowNodeBuilder<?, ?> from, String id) {
    return switch (paths.fork()) {
      case EXCLUSIVE -> from.exclusiveGateway(id);
      case INCLUSIVE -> from.inclusiveGateway(id);
      case PARALLEL -> from.parallelGateway(id);
    };
  }

  private static void condition(Paths paths, AbstractFlowNodeBuilder<?, ?> split, int path) {
    if (paths.fork() == Block.Fork.PARALLEL) {
      return;
    }
    if (path < paths.limits().size()) {
      split.conditionExpression("v >= " + paths.limits().get(path));
    } else if (split instanceof ExclusiveGatewayBuilder exclusive) {
      exclusive.defaultFlow();
    } else if (split instanceof InclusiveGatewayBuilder inclusive) {
      inclusive.defaultFlow();
    }
  }

  private static AbstractActivityBuilder<?, ?> loop(Loop loop, AbstractFlowNodeBuilder<?, ?> from) {
    var id = loop.id();
    var counter = "c_" + id;
    var around = from.subProcess(id).zeebeInputExpression("0", counter);
    var merge = around.embeddedSubProcess().startEvent(id + "_s").exclusiveGateway(id + "_m");
    add(loop.body(), merge)
        .scriptTask(id + "_i")
        .zeebeExpression(counter + " + 1")
        .zeebeResultVariable(counter)
        .exclusiveGateway(id + "_x")
        .defaultFlow()
        .endEvent(id + "_e")
        .moveToNode(id + "_x")
        .conditionExpression("%s < %d and v < %d".formatted(counter, loop.most(), loop.limit()))
        .connectTo(id + "_m");
    return around;
  }

  private static AbstractActivityBuilder<?, ?> scope(
      Scope scope, AbstractFlowNodeBuilder<?, ?> from) {
    var id = scope.id();
    var around = from.subProcess(id);
    if (scope.local()) {
      around.zeebeInputExpression("v", "w");
    }
    var inside = around.embeddedSubProcess();
    if (scope.event() != null) {
      handler(scope, inside);
    }
    add(scope.parts().get(0), inside.startEvent(id + "_s")).endEvent(id + "_e");
    return around;
  }

  private static void handler(Scope scope, EmbeddedSubProcessBuilder inside) {
    var id = scope.id() + "_h";
    inside.eventSubProcess(
        id,
        handler -> {
          var start = handler.startEvent(id + "_s");
          start.interrupting(scope.event().interrupting());
          trigger(start, scope.event(), id + "_s");
          add(scope.parts().get(1), start).endEvent(id + "_e");
        });
  }

  private static void trigger(StartEventBuilder start, Event event, String id) {
    switch (event.trigger()) {
      case TIMER -> start.timerWithDurationExpression(delay(event.after()));
      case MESSAGE -> start.message(m -> m.name(id).zeebeCorrelationKeyExpression("path"));
      case SIGNAL -> start.signal(name(id));
      case CONDITION -> start.condition(isTold(id));
      case ERROR_A, ERROR_B -> start.error(event.trigger().name());
      case ESCALATION_A, ESCALATION_B -> start.escalation(event.trigger().name());
    }
  }

  private static void trigger(BoundaryEventBuilder boundary, Event event, String id) {
    switch (event.trigger()) {
      case TIMER -> boundary.timerWithDurationExpression(delay(event.after()));
      case MESSAGE -> boundary.message(m -> m.name(id).zeebeCorrelationKeyExpression("path"));
      case SIGNAL -> boundary.signal(name(id));
      case CONDITION -> boundary.condition(isTold(id));
      case ERROR_A, ERROR_B -> boundary.error(event.trigger().name());
      case ESCALATION_A, ESCALATION_B -> boundary.escalation(event.trigger().name());
    }
  }

  private static AbstractActivityBuilder<?, ?> many(Many many, AbstractFlowNodeBuilder<?, ?> from) {
    var id = many.id();
    var around =
        from.subProcess(id)
            .zeebeInputExpression("path + \"/\" + string(loopCounter)", "path")
            .zeebeInputExpression("shift * 10 + loopCounter", "shift");
    add(many.body(), around.embeddedSubProcess().startEvent(id + "_s")).endEvent(id + "_e");
    around.multiInstance(repeat -> repeat(many, repeat));
    return around;
  }

  private static void repeat(Many many, MultiInstanceLoopCharacteristicsBuilder repeat) {
    repeat
        .zeebeInputCollectionExpression(
            many.count() == 0 ? "[]" : "for i in 1..%d return i * 10".formatted(many.count()))
        .zeebeInputElement("item")
        .zeebeOutputCollection("out_" + many.id())
        .zeebeOutputElementExpression("item * 100 + v");
    if (many.sequential()) {
      repeat.sequential();
    } else {
      repeat.parallel();
    }
    switch (many.enough()) {
      case NEVER -> {}
      case HALF ->
          repeat.completionCondition("=numberOfCompletedInstances * 2 >= numberOfInstances");
      case VALUE -> repeat.completionCondition("=v >= 5");
      case LAST -> repeat.completionCondition("=numberOfActiveInstances <= 1");
    }
  }

  private static AbstractFlowNodeBuilder<?, ?> guard(
      Guard guard, AbstractFlowNodeBuilder<?, ?> from) {
    var id = guard.id();
    var event = guard.event();
    var activity = (AbstractActivityBuilder<?, ?>) add(guard.parts().get(0), from);
    var boundary =
        activity.boundaryEvent(
            id + "_b",
            b -> {
              b.cancelActivity(event.interrupting());
              trigger(b, event, id + "_b");
            });
    var handled = add(guard.parts().get(1), boundary);
    if (!event.interrupting()) {
      handled.endEvent(id + "_e");
      return activity;
    }
    handled.exclusiveGateway(id + "_m");
    return activity.connectTo(id + "_m");
  }
}
