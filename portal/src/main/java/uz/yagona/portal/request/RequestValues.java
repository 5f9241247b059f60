package uz.yagona.portal.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

  /**
   * Stores every answer; those that a request has already are replaced. Returns what changed for
   * the journal: public values as they are, all others as keyed hashes.
   */
  Map<String, String> store(UUID requestId, UUID subjectId, SubmissionResult result) {
    var before = new HashMap<String, RequestValueRepository.Value>();
    values.find(requestId).forEach(value -> before.put(value.fieldId(), value));
    var marks = new Marks(subjectId, new TreeMap<>());
    var outdated = new ArrayList<UUID>();
    for (var dataClass : PersonalDataClass.values()) {
      result
          .jsonValues(dataClass)
          .forEach(
              (fieldId, value) -> {
                var old = before.get(fieldId);
                if (old != null) {
                  marks.put("before." + fieldId, dataClass, old);
                }
                var fresh = put(requestId, subjectId, dataClass, fieldId, value);
                marks.put("after." + fieldId, dataClass, fresh);
                if (old != null && old.vaultValueId() != null) {
                  outdated.add(old.vaultValueId());
                }
              });
    }
    vault.delete(outdated);
    return marks.all();
  }

  /** Values of one person on their way into the journal. */
  private final class Marks {
    private final UUID subjectId;
    private final Map<String, String> all;

    Marks(UUID subjectId, Map<String, String> all) {
      this.subjectId = subjectId;
      this.all = all;
    }

    void put(String key, PersonalDataClass dataClass, RequestValueRepository.Value value) {
      var json = value.json();
      if (value.vaultValueId() != null) {
        all.put(key, vault.mark(value.vaultValueId()));
      } else if (json != null) {
        all.put(
            key,
            dataClass == PersonalDataClass.PUBLIC
                ? json
                : vault.mark(subjectId, value.fieldId(), json));
      }
    }

    Map<String, String> all() {
      return all;
    }
  }

  private RequestValueRepository.Value put(
      UUID requestId,
      UUID subjectId,
      PersonalDataClass dataClass,
      String fieldId,
      @Nullable Object value) {
    var isVaulted = !dataClass.mayBeProcessVariable();
    var json = value == null && isVaulted ? null : Json.write(value);
    var stored =
        new RequestValueRepository.Value(
            fieldId,
            dataClass,
            isVaulted ? null : json,
            isVaulted && json != null ? vault.put(subjectId, fieldId, json) : null);
    values.put(requestId, stored);
    return stored;
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

  /** All answers, with keyed hashes where personal values would stand; nothing is journaled. */
  List<CaseValue> marked(Request request, FormModel form) {
    var isErased = vault.isErased(request.subjectId());
    var byField = new LinkedHashMap<String, RequestValueRepository.Value>();
    values.find(request.requestId()).forEach(value -> byField.put(value.fieldId(), value));
    return form.allFields()
        .filter(field -> byField.containsKey(field.id()))
        .map(field -> marked(field, Objects.requireNonNull(byField.get(field.id())), isErased))
        .toList();
  }

  private CaseValue marked(Field field, RequestValueRepository.Value stored, boolean isErased) {
    var vaultValueId = stored.vaultValueId();
    var json = stored.json();
    @Nullable Object shown = json == null ? null : Json.read(json);
    if (vaultValueId != null) {
      shown = isErased ? null : vault.mark(vaultValueId);
    }
    return new CaseValue(field.id(), field.texts().label(), shown, stored.dataClass());
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
