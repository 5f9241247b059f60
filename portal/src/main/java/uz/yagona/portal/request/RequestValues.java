package uz.yagona.portal.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uz.yagona.forms.PersonalDataClass;
import uz.yagona.forms.model.Field;
import uz.yagona.forms.model.FormModel;
import uz.yagona.forms.submission.SubmissionResult;
import uz.yagona.portal.json.Json;
import uz.yagona.portal.vault.Access;
import uz.yagona.portal.vault.Vault;

/**
 * Answers of applicants: public and internal ones beside the request, personal ones in the vault.
 */
@Component
class RequestValues {
  private final RequestValueRepository values;
  private final Vault vault;

  RequestValues(RequestValueRepository values, Vault vault) {
    this.values = values;
    this.vault = vault;
  }

  /** Stores every answer; those that a request has already are replaced. */
  void store(UUID requestId, UUID subjectId, SubmissionResult result) {
    var before = new HashMap<String, UUID>();
    for (var value : values.find(requestId)) {
      if (value.vaultValueId() != null) {
        before.put(value.fieldId(), value.vaultValueId());
      }
    }
    var outdated = new ArrayList<UUID>();
    for (var dataClass : PersonalDataClass.values()) {
      result
          .jsonValues(dataClass)
          .forEach(
              (fieldId, value) -> {
                put(requestId, subjectId, dataClass, fieldId, value);
                var old = before.get(fieldId);
                if (old != null) {
                  outdated.add(old);
                }
              });
    }
    vault.delete(outdated);
  }

  private void put(
      UUID requestId,
      UUID subjectId,
      PersonalDataClass dataClass,
      String fieldId,
      @Nullable Object value) {
    if (dataClass.mayBeProcessVariable()) {
      values.put(
          requestId, new RequestValueRepository.Value(fieldId, dataClass, Json.write(value), null));
    } else {
      var sealed = value == null ? null : vault.put(subjectId, fieldId, Json.write(value));
      values.put(requestId, new RequestValueRepository.Value(fieldId, dataClass, null, sealed));
    }
  }

  /** All answers in the order of the form. */
  List<CaseValue> read(UUID requestId, FormModel form, Access access) {
    return opened(values.find(requestId), form, access);
  }

  /** Some answers only; the vault opens no others. */
  List<CaseValue> read(UUID requestId, FormModel form, Collection<String> fieldIds, Access access) {
    var wanted =
        values.find(requestId).stream()
            .filter(value -> fieldIds.contains(value.fieldId()))
            .toList();
    return opened(wanted, form, access);
  }

  private List<CaseValue> opened(
      List<RequestValueRepository.Value> stored, FormModel form, Access access) {
    var ids =
        stored.stream()
            .map(RequestValueRepository.Value::vaultValueId)
            .filter(Objects::nonNull)
            .toList();
    var opened = vault.read(ids, access);
    var byField = new LinkedHashMap<String, RequestValueRepository.Value>();
    stored.forEach(value -> byField.put(value.fieldId(), value));
    return form.allFields()
        .filter(field -> byField.containsKey(field.id()))
        .map(field -> caseValue(field, Objects.requireNonNull(byField.get(field.id())), opened))
        .toList();
  }

  private static CaseValue caseValue(
      Field field, RequestValueRepository.Value stored, Map<UUID, String> opened) {
    var json = stored.vaultValueId() == null ? stored.json() : opened.get(stored.vaultValueId());
    return new CaseValue(
        field.id(),
        field.texts().label(),
        json == null ? null : Json.read(json),
        stored.dataClass());
  }
}
