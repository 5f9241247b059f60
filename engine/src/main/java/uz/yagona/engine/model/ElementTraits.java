package uz.yagona.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every element has.
 *
 * @param scopeId id of the enclosing scope; {@code null} for the process
 * @param outgoing in the order of the model
 * @param properties {@code zeebe:properties}
 */
public record ElementTraits(
    String id,
    @Nullable String name,
    ElementType type,
    @Nullable String scopeId,
    List<SequenceFlow> incoming,
    List<SequenceFlow> outgoing,
    List<Mapping> inputs,
    List<Mapping> outputs,
    List<ExecutionListener> startListeners,
    List<ExecutionListener> endListeners,
    Map<String, String> properties) {}
