package uz.yagona.engine.model;

import org.jspecify.annotations.Nullable;
import uz.yagona.engine.feel.Expression;

/**
 * The form of a user task or start event; exactly one of the first three is present.
 *
 * @param formId id of a deployed form
 * @param externalReference address of a form kept elsewhere
 * @param formKey free key, e.g. {@code camunda-forms:bpmn:<id>} for a form inside the model
 */
public record FormReference(
    @Nullable Expression formId,
    @Nullable Expression externalReference,
    @Nullable String formKey,
    Binding binding) {}
