package uz.yagona.gateway.resource;

import io.camunda.client.protocol.rest.FormResult;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import uz.yagona.engine.query.DefinitionFiles.Form;
import uz.yagona.gateway.json.Values;

/** Deployed forms as answers. */
public final class Forms {
  private Forms() {}

  /** The form, or 204 where there is none. */
  public static ResponseEntity<FormResult> answer(Optional<Form> form) {
    return form.map(Forms::result)
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  private static FormResult result(Form form) {
    return new FormResult()
        .formKey(Values.text(form.formKey()))
        .formId(form.formId())
        .version((long) form.version())
        .schema(form.schema())
        .tenantId(form.tenantId());
  }
}
