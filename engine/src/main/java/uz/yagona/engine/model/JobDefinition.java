package uz.yagona.engine.model;

import java.util.List;
import java.util.Map;
import uz.yagona.engine.feel.Expression;

/**
 * How an element asks job workers to do its work.
 *
 * @param type name of the job type
 * @param retries number of attempts
 * @param headers fixed texts for the worker
 */
public record JobDefinition(
    Expression type,
    Expression retries,
    Map<String, String> headers,
    List<LinkedResource> linkedResources) {}
